using System.Text.Json.Nodes;

namespace Baton.Server.Tests.Support;

/// <summary>
/// What is said in chat and topics, as a replica that holds what a snapshot holds (no comments) takes it in.
/// </summary>
internal static class TalkRules
{
    public static readonly Dictionary<string, Action<JsonObject, JsonObject>> ByKind = new(StringComparer.Ordinal)
    {
        ["message.posted"] = Receive,
        ["message.edited"] = (replica, patch) => ReplicaRules.Patch(replica, "messages", patch),
        ["message.deleted"] = (replica, patch) => Change(replica, patch, message =>
        {
            message["deletedAt"] = patch["deletedAt"]!.DeepClone();
            message["body"] = "";
            message["html"] = "";
            message["quote"] = null;
            message["attachments"] = new JsonArray();
            message["reactions"] = new JsonArray();
            message["asks"] = new JsonArray();
            message["informs"] = 0;
        }),
        ["message.restored"] = (replica, message) => ReplicaRules.Patch(replica, "messages", message),
        ["message.reacted"] = (replica, patch) => Change(replica, patch, message => React(message, patch)),
        ["message.unreacted"] = (replica, patch) => Change(replica, patch, message => Unreact(message, patch)),
        ["topic.opened"] = (replica, payload) =>
        {
            ReplicaRules.Put(replica, "topics", payload["topic"]!.AsObject());
            ReplicaRules.Put(replica, "messages", payload["message"]!.AsObject());
        },
        ["topic.renamed"] = (replica, patch) => ReplicaRules.Patch(replica, "topics", patch),
        ["topic.closed"] = (replica, patch) =>
        {
            ReplicaRules.Patch(replica, "topics", patch);
            ReplicaRules.Find(replica, "topics", patch["id"]!)!["earlierClosure"] = null;
        },
        ["topic.reopened"] = (replica, patch) =>
        {
            ReplicaRules.Patch(replica, "topics", patch);
            ReplicaRules.Find(replica, "topics", patch["id"]!)!["closure"] = null;
        },
        ["topic.followed"] = (replica, patch) =>
            ReplicaRules.Find(replica, "topics", patch["id"]!)!["followerIds"]!
                .AsArray().Add(patch["personId"]!.DeepClone()),
        ["topic.unfollowed"] = (replica, patch) =>
            RemoveText(ReplicaRules.Find(replica, "topics", patch["id"]!)!["followerIds"]!
                .AsArray(), patch["personId"]!),
    };

    private static void Receive(JsonObject replica, JsonObject message)
    {
        var place = message["place"]!.AsObject();
        switch (place["kind"]!.GetValue<string>())
        {
            case "task" when ReplicaRules.Find(replica, "tasks", place["id"]!) is { } task:
                Count(task, "commentCount");
                return;
            case "task":
                return;
            case "topic":
                var topic = ReplicaRules.Find(replica, "topics", place["id"]!)!;
                Count(topic, "messageCount");
                topic["lastMessageAt"] = message["postedAt"]!.DeepClone();
                break;
            case "chat"
                when message["threadId"] is { } root && ReplicaRules.Find(replica, "messages", root) is { } rootMessage:
                Count(rootMessage, "replyCount");
                break;
        }

        ReplicaRules.Put(replica, "messages", message);
    }

    private static void Change(JsonObject replica, JsonObject patch, Action<JsonObject> change)
    {
        if (ReplicaRules.Find(replica, "messages", patch["id"]!) is { } message)
        {
            change(message);
        }
    }

    private static void React(JsonObject message, JsonObject patch)
    {
        if (ReplicaRules.Find(message, "reactions", patch["emoji"]!, "emoji") is { } reaction)
        {
            reaction["personIds"]!.AsArray().Add(patch["personId"]!.DeepClone());
        }
        else
        {
            message["reactions"]!.AsArray().Add(new JsonObject
            {
                ["emoji"] = patch["emoji"]!.DeepClone(),
                ["personIds"] = new JsonArray(patch["personId"]!.DeepClone()),
            });
        }
    }

    private static void Unreact(JsonObject message, JsonObject patch)
    {
        var people = ReplicaRules.Find(message, "reactions", patch["emoji"]!, "emoji")!["personIds"]!.AsArray();
        RemoveText(people, patch["personId"]!);
        if (people.Count == 0)
        {
            ReplicaRules.Remove(message, "reactions", patch["emoji"]!, "emoji");
        }
    }

    private static void Count(JsonObject row, string field) => row[field] = row[field]!.GetValue<int>() + 1;

    private static void RemoveText(JsonArray texts, JsonNode text) =>
        texts.RemoveAll(t => t!.GetValue<string>() == text.GetValue<string>());
}
