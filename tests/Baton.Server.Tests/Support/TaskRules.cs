using System.Text.Json.Nodes;

namespace Baton.Server.Tests.Support;

/// <summary>
/// What the changes of a board do to a replica that holds what a snapshot holds: no archived or deleted tasks.
/// </summary>
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
        ["task.moved"] = (replica, payload) =>
        {
            if (payload.ContainsKey("title"))
            {
                Take(replica, payload);
            }
            else
            {
                ReplicaRules.Patch(replica, "tasks", payload);
            }
        },
        ["task.assigned"] = PutAssignee,
        ["task.progressed"] = PutAssignee,
        ["task.unassigned"] = (replica, payload) => Change(replica, payload, task =>
            ReplicaRules.Remove(task, "assignees", payload["personId"]!, "personId")),
        ["task.watched"] = (replica, payload) => Change(replica, payload,
            task => Add(task, "watcherIds", payload["personId"]!)),
        ["task.unwatched"] = (replica, payload) => Change(replica, payload,
            task => Drop(task, "watcherIds", payload["personId"]!)),
        ["task.labelled"] = (replica, payload) => Change(replica, payload,
            task => Add(task, "labelIds", payload["labelId"]!)),
        ["task.unlabelled"] = (replica, payload) => Change(replica, payload,
            task => Drop(task, "labelIds", payload["labelId"]!)),
        ["task.attached"] = (replica, payload) => Change(replica, payload, task =>
            ReplicaRules.Put(task, "attachments", payload["attachment"]!.AsObject())),
        ["task.detached"] = (replica, payload) => Change(replica, payload, task =>
            ReplicaRules.Remove(task, "attachments", payload["attachmentId"]!)),
        ["task.archived"] = (replica, payload) => ReplicaRules.Remove(replica, "tasks", payload["id"]!),
        ["task.deleted"] = (replica, payload) => ReplicaRules.Remove(replica, "tasks", payload["id"]!),
        ["task.departed"] = (replica, payload) => ReplicaRules.Remove(replica, "tasks", payload["id"]!),
        ["task.unarchived"] = Take,
        ["task.restored"] = Take,
        ["task.arrived"] = Take,
        ["checklist.added"] = (replica, payload) => Change(replica, payload, task =>
            ReplicaRules.Put(task, "checklist", payload["item"]!.AsObject())),
        ["checklist.changed"] = (replica, payload) => Change(replica, payload, task =>
            ReplicaRules.Patch(task, "checklist", payload["item"]!.AsObject())),
        ["checklist.removed"] = (replica, payload) => Change(replica, payload, task =>
            ReplicaRules.Remove(task, "checklist", payload["itemId"]!)),
    };

    /// <summary>
    /// A whole task; a deleted one that comes out of the archive, or the other way round, stays away.
    /// </summary>
    private static void Take(JsonObject replica, JsonObject payload)
    {
        var task = payload.DeepClone().AsObject();
        task.Remove("before");
        ReplicaRules.Remove(replica, "tasks", task["id"]!);
        if (task["archivedAt"] is null && task["deletedAt"] is null)
        {
            ReplicaRules.Put(replica, "tasks", task);
        }
    }

    private static void PutAssignee(JsonObject replica, JsonObject payload) => Change(replica, payload, task =>
        ReplicaRules.Put(
            task,
            "assignees",
            new JsonObject
            {
                ["personId"] = payload["personId"]!.DeepClone(),
                ["state"] = payload["state"]!.DeepClone(),
            },
            "personId"));

    private static void Change(JsonObject replica, JsonObject payload, Action<JsonObject> change)
    {
        if (ReplicaRules.Find(replica, "tasks", payload["id"]!) is { } task)
        {
            change(task);
        }
    }

    private static void Add(JsonObject task, string list, JsonNode id)
    {
        Drop(task, list, id);
        task[list]!.AsArray().Add(id.DeepClone());
    }

    private static void Drop(JsonObject task, string list, JsonNode id)
    {
        var ids = task[list]!.AsArray();
        if (ids.FirstOrDefault(known => known!.ToJsonString() == id.ToJsonString()) is { } found)
        {
            ids.Remove(found);
        }
    }
}
