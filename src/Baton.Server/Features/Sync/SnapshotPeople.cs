using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Messages;
using Baton.Server.Features.Tasks;
using Baton.Server.Features.Topics;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Sync;

/// <summary>
/// Who has left a space and still stands by what its screens show. They are marked by not being among its members.
/// </summary>
internal static class SnapshotPeople
{
    /// <summary>One query, and none where nobody has left.</summary>
    public static async Task<IReadOnlyList<Person>> WhoLeft(
        IEnumerable<Guid> members,
        IEnumerable<TopicResponse> topics,
        IEnumerable<MessageResponse> messages,
        IEnumerable<TaskResponse> tasks,
        BatonDb db,
        CancellationToken cancel)
    {
        var left = new HashSet<Guid>([.. topics.SelectMany(In), .. messages.SelectMany(In), .. tasks.SelectMany(In)]);
        left.ExceptWith(members);
        return left.Count == 0
            ? []
            : await db.People.AsNoTracking().Where(p => left.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(cancel);
    }

    private static IEnumerable<Guid> In(TopicResponse topic) =>
        [topic.OpenedBy, .. topic.FollowerIds, .. (topic.Closure ?? topic.EarlierClosure) is { } closure
            ? [closure.By]
            : Array.Empty<Guid>()];

    private static IEnumerable<Guid> In(MessageResponse message) =>
    [
        message.AuthorId,
        .. message.Quote is { } quote ? [quote.AuthorId] : Array.Empty<Guid>(),
        .. message.Reactions.SelectMany(r => r.PersonIds),
    ];

    private static IEnumerable<Guid> In(TaskResponse task) =>
    [
        task.CreatedBy,
        .. task.WatcherIds,
        .. task.Assignees.Select(a => a.PersonId),
        .. task.Checklist.Select(i => i.OwnerId).OfType<Guid>(),
    ];
}
