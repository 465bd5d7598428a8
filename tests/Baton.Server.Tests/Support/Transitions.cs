using System.Text.Json.Nodes;

namespace Baton.Server.Tests.Support;

/// <summary>
/// The promise behind every write: a replica before it + the changes it announced = a fresh snapshot. Applies changes
/// as the client's <c>…Changes.ts</c> do.
/// </summary>
public static class Transitions
{
    /// <summary>Runs a write and checks the promise for <paramref name="reader"/>'s replica of a space.</summary>
    public static async Task VerifyTransition(Cast reader, Guid spaceId, Func<Task> write)
    {
        var replica = await Snapshot(reader, spaceId);
        await write();
        await CatchUp(replica, reader, spaceId);
        VerifySame(await Snapshot(reader, spaceId), replica);
    }

    public static void VerifySame(JsonObject fresh, JsonObject replica) => Assert.Equal(Normal(fresh), Normal(replica));

    public static async Task<JsonObject> Snapshot(Cast reader, Guid spaceId) =>
        JsonNode.Parse((await reader.Read($"/api/spaces/{spaceId}/snapshot")).GetRawText())!.AsObject();

    /// <summary>Brings a replica to the space's present version.</summary>
    public static async Task CatchUp(JsonObject replica, Cast reader, Guid spaceId)
    {
        var before = replica["version"]!.GetValue<long>();
        var answer = await reader.Read($"/api/spaces/{spaceId}/changes?after={before}&limit=5000");
        foreach (var change in answer.GetProperty("changes").EnumerateArray())
        {
            var kind = change.Text("kind")!;
            Assert.True(ReplicaRules.ByKind.ContainsKey(kind), $"No replica rule for {kind}: add it to ReplicaRules.");
            ReplicaRules.ByKind[kind](replica, JsonNode.Parse(change.GetProperty("payload").GetRawText())!.AsObject());
        }

        replica["version"] = answer.GetProperty("version").GetInt64();
    }

    /// <summary>Order in a list says nothing: everything is ordered by what it is.</summary>
    private static string Normal(JsonObject snapshot)
    {
        var copy = snapshot.DeepClone().AsObject();
        // My own view of the space (role, rights, pin) travels in my personal space's stream.
        if (copy["space"] is JsonObject space)
        {
            foreach (var mine in (string[])["version", "can", "role", "pin", "mutedUntil", "memberIds"])
            {
                space.Remove(mine);
            }
        }

        // Who has left is known for as long as something they wrote is shown; a replica may remember them longer.
        var members = copy["members"]!.AsArray()
            .Select(m => m!["personId"]!.ToString()).ToHashSet(StringComparer.Ordinal);
        copy["people"] = new JsonArray([.. copy["people"]!.AsArray()
            .Where(p => members.Contains(p!["id"]!.ToString()))
            .Select(p => p!.DeepClone())]);
        return Sorted(copy)!.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject o =>
            new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sorted).OrderBy(n => n?.ToJsonString(), StringComparer.Ordinal)]),
        _ => node?.DeepClone(),
    };
}
