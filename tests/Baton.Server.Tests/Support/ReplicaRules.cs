using System.Text.Json.Nodes;

namespace Baton.Server.Tests.Support;

/// <summary>What each kind of change does to a replica. The client's rules are the same, in TypeScript.</summary>
internal static class ReplicaRules
{
    public static readonly Dictionary<string, Action<JsonObject, JsonObject>> ByKind =
        new Dictionary<string, Action<JsonObject, JsonObject>>(StringComparer.Ordinal)
        {
            ["space.created"] = (_, _) => { },
            ["space.changed"] = ChangeSpace,
            ["space.converted"] = ChangeSpace,
            ["space.archived"] = ArchiveSpace,
            ["space.restored"] = ArchiveSpace,
            ["member.changed"] = (replica, patch) => Patch(replica, "members", patch, "personId"),
            ["member.left"] = (replica, payload) =>
            {
                Remove(replica, "members", payload["personId"]!, "personId");
                var onDuty = replica["space"]!["dutyIds"]!.AsArray();
                onDuty.RemoveAll(id => id!.ToJsonString() == payload["personId"]!.ToJsonString());
            },
            ["member.joined"] = (replica, payload) =>
            {
                Put(replica, "people", payload["person"]!.AsObject());
                Put(replica, "members", payload["member"]!.AsObject(), "personId");
            },
            // Of something older than I may look back to.
            ["change.withheld"] = (_, _) => { },
            // What is mine alone is in no snapshot: it comes with GET /api/me.
            ["me.changed"] = (_, _) => { },
            // It comes with GET /api/break-glass.
            ["glass.judged"] = (_, _) => { },
            // It comes with GET /api/me/calendar.
            ["calendar.changed"] = (_, _) => { },
            ["calendar.noted"] = (_, _) => { },
            ["person.changed"] = (replica, person) => Patch(replica, "people", person),
        }.Concat(TaskRules.ByKind).Concat(TalkRules.ByKind).Concat(AttentionRules.ByKind)
            .ToDictionary(StringComparer.Ordinal);

    private static void ChangeSpace(JsonObject replica, JsonObject patch)
    {
        Merge(replica["space"]!.AsObject(), patch);
        // A task's key begins with the space's.
        foreach (var task in patch.ContainsKey("key") ? replica["tasks"]?.AsArray().OfType<JsonObject>() ?? [] : [])
        {
            task["key"] = $"{patch["key"]}-{task["number"]}";
        }
    }

    private static void ArchiveSpace(JsonObject replica, JsonObject patch)
    {
        var space = replica["space"]!.AsObject();
        space["can"] = patch["canByRole"]![space["role"]!.GetValue<string>()]!.DeepClone();
        patch.Remove("canByRole");
        Merge(space, patch);
    }

    /// <summary>Adds a row, or replaces the one with the same key.</summary>
    public static void Put(JsonObject replica, string table, JsonObject row, string key = "id")
    {
        Remove(replica, table, row[key]!, key);
        replica[table]!.AsArray().Add(row.DeepClone());
    }

    /// <summary>
    /// Merges the fields of a patch into the row with its id; a row that is not on the device is left alone.
    /// </summary>
    public static void Patch(JsonObject replica, string table, JsonObject patch, string key = "id")
    {
        if (Find(replica, table, patch[key]!, key) is { } row)
        {
            Merge(row, patch);
        }
    }

    public static void Remove(JsonObject replica, string table, JsonNode id, string key = "id")
    {
        if (Find(replica, table, id, key) is { } row)
        {
            replica[table]!.AsArray().Remove(row);
        }
    }

    public static JsonObject? Find(JsonObject replica, string table, JsonNode id, string key = "id") =>
        replica[table]!.AsArray()
            .OfType<JsonObject>().FirstOrDefault(row => row[key]!.ToJsonString() == id.ToJsonString());

    public static void Merge(JsonObject row, JsonObject patch)
    {
        // What a field was before is for the history alone.
        foreach (var (name, value) in patch.Where(field => field.Key != "before"))
        {
            row[name] = value?.DeepClone();
        }
    }
}
