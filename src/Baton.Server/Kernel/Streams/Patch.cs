using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Server.Kernel.Streams;

/// <summary>The payload of a <c>…changed</c> kind: the id and only what changed, so that others' edits of other fields survive.</summary>
public static class Patch
{
    /// <summary>What differs between two responses of the same thing; null when nothing does. The id is always in it.</summary>
    public static JsonObject? Between<T>(T before, T after)
    {
        var old = JsonSerializer.SerializeToNode(before, Web.Json.Options)!.AsObject();
        var patch = JsonSerializer.SerializeToNode(after, Web.Json.Options)!.AsObject();
        foreach (var (field, value) in patch.ToList())
        {
            if (field is not "id" && JsonNode.DeepEquals(old[field], value))
            {
                patch.Remove(field);
            }
        }

        return patch.Count > 1 ? patch : null;
    }
}
