using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Hearings;
using Baton.Server.Features.Attention.Inbox;
using Baton.Server.Features.Messages;
using Baton.Server.Features.Spaces;
using Baton.Server.Features.Tasks;
using Baton.Server.Features.Tasks.Boards;
using Baton.Server.Features.Topics;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Sync;

/// <summary>
/// What a space's screens open with, all of one moment: the replica continues from <c>version</c> with changes.
/// </summary>
/// <param name="Inbox">What was delivered to me and is open; of my personal space alone.</param>
/// <param name="Hearing">How much of what I chose to hear; of my personal space alone.</param>
public sealed record SnapshotResponse(
    long Version,
    SpaceResponse Space,
    IReadOnlyList<PersonResponse> People,
    IReadOnlyList<MemberResponse> Members,
    IReadOnlyList<TopicResponse> Topics,
    IReadOnlyList<MessageResponse> Messages,
    IReadOnlyList<ListResponse> Lists,
    IReadOnlyList<LabelResponse> Labels,
    IReadOnlyList<TaskResponse> Tasks,
    IReadOnlyList<InboxItemResponse> Inbox,
    IReadOnlyList<HearingResponse> Hearing);

/// <summary>
/// What a space's screens open with, all of one moment, with the version it is true for: a replica goes on from there
/// with changes.
/// </summary>
public static class ReadSnapshot
{
    public static async Task<Results<Ok<SnapshotResponse>, StatusCodeHttpResult>> Handle(
        Guid spaceId,
        HttpContext http,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        Commits commits,
        TimeProvider clock,
        CancellationToken cancel)
    {
        await using var moment = await commits.ReadAtOnce(db, cancel);
        var seat = await spaces.ForReading(me, spaceId, cancel);
        var space = (await SpaceResponse.For(me.Id, spaceId, db, cancel)).Single();
        if (ETags.IsFresh(http, space.StateFor(me.Id)))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var members = await (
            from membership in db.Memberships.AsNoTracking()
            join person in db.People.AsNoTracking() on membership.PersonId equals person.Id
            where membership.SpaceId == spaceId
            orderby person.Id
            select new { Membership = membership, Person = person }).ToListAsync(cancel);

        var talk = await TopicsSnapshot.Read(seat, db, cancel);
        var board = await BoardSnapshot.Read(seat, db, clock.UtcNow(), cancel);
        var left = await SnapshotPeople.WhoLeft(
            members.Select(m => m.Person.Id), talk.Topics, talk.Messages, board.Tasks, db, cancel);
        return TypedResults.Ok(new SnapshotResponse(
            space.Version,
            space,
            [.. members.Select(m => m.Person).Concat(left).Select(PersonResponse.From)],
            [.. members.Select(m => MemberResponse.From(m.Membership))],
            talk.Topics,
            talk.Messages,
            board.Lists,
            board.Labels,
            board.Tasks,
            await InboxSnapshot.Read(seat, spaces, db, cancel),
            await HearingSnapshot.Read(seat, db, cancel)));
    }
}
