using System.Text.Json.Nodes;

namespace Baton.Server.Tests.Support;

/// <summary>What is asked of people, as a replica takes it in: in its message, and in the personal space.</summary>
internal static class AttentionRules
{
    public static readonly Dictionary<string, Action<JsonObject, JsonObject>> ByKind = new(StringComparer.Ordinal)
    {
        ["ask.changed"] = (replica, payload) =>
        {
            if (ReplicaRules.Find(replica, "messages", payload["id"]!) is { } message && message["deletedAt"] is null)
            {
                ReplicaRules.Put(message, "asks", payload["ask"]!.AsObject());
            }
        },
        ["inbox.changed"] = (replica, item) => ReplicaRules.Put(replica, "inbox", item),
        ["inbox.closed"] = (replica, patch) => ReplicaRules.Remove(replica, "inbox", patch["id"]!),
        ["hearing.changed"] = (replica, hearing) =>
        {
            var all = replica["hearing"]!.AsArray();
            all.RemoveAll(one => Key(one!) == Key(hearing));
            if (hearing["level"] is not null)
            {
                all.Add(hearing.DeepClone());
            }
        },
    };

    // The chat of a space has the space's id.
    private static string Key(JsonNode hearing) => $"{hearing["place"]}:{hearing["placeId"]}";
}
