using System.Text.Json.Nodes;

namespace Baton.Server.Tests.Support;

/// <summary>What the changes of a board do to a replica that holds what a snapshot holds: no archived or deleted tasks.</summary>
internal static class TaskRules
{
    public static readonly Dictionary<string, Action<JsonObject, JsonObject>> ByKind = new(StringComparer.Ordinal)
    {
        ["list.created"] = (replica, list) => ReplicaRules.Put(replica, "lists", list),
        ["list.changed"] = (replica, patch) => ReplicaRules.Patch(replica, "lists", patch),
        ["list.archived"] = (replica, patch) => ReplicaRules.Patch(replica, "lists", patch),
        ["list.restored"] = (replica, patch) => ReplicaRules.Patch(replica, "lists", patch),
        ["label.created"] = (replica, label) => ReplicaRules.Put(replica, "labels", label),
        ["label.changed"] = (replica, patch) => ReplicaRules.Patch(replica, "labels", patch),
        ["label.archived"] = (replica, patch) => ReplicaRules.Patch(replica, "labels", patch),
        ["label.restored"] = (replica, patch) => ReplicaRules.Patch(replica, "labels", patch),
        ["task.created"] = (replica, task) => ReplicaRules.Put(replica, "tasks", task),
        ["task.changed"] = (replica, patch) => ReplicaRules.Patch(replica, "tasks", patch),
        ["task.moved"] = (replica, patch) => ReplicaRules.Patch(replica, "tasks", patch),
    };
}
