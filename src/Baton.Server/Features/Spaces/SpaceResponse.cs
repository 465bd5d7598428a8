using System.Globalization;
using Baton.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Spaces;

/// <summary>A space as one person sees it: with their role, their rights, and how they keep it.</summary>
/// <param name="DutyIds">Who is asked first when something cannot wait, in this order.</param>
public sealed record SpaceResponse(
    Guid Id,
    SpaceKind Kind,
    string Name,
    string Description,
    string Colour,
    string Emoji,
    string Key,
    DateTime? ArchivedAt,
    DateTime CreatedAt,
    IReadOnlyList<Guid> DutyIds,
    SpaceRole Role,
    IReadOnlyList<string> Can,
    long Version,
    string? Pin,
    DateTime? MutedUntil,
    IReadOnlyList<Guid> MemberIds)
{
    public static SpaceResponse From(
        Space space, Membership membership, long version, IEnumerable<Guid> memberIds) => new(
        space.Id,
        space.Kind,
        space.Name,
        space.Description,
        space.Colour,
        space.Emoji,
        space.Key,
        space.ArchivedAt,
        space.CreatedAt,
        space.DutyIds,
        membership.Role,
        Rights.Of(space.Kind, membership.Role, space.IsArchived),
        version,
        membership.Pin,
        membership.MutedUntil,
        [.. memberIds.Order()]);

    /// <summary>
    /// Tells two states of it apart. My role and what I keep to myself change without a change in the space's stream,
    /// and whoever takes this browser next may see less of its history.
    /// </summary>
    public string StateFor(Guid personId) =>
        string.Create(CultureInfo.InvariantCulture, $"{personId:N}-{Version}-{Role}-{Pin}-{MutedUntil?.Ticks}");

    public static async Task<SpaceResponse> One(Guid personId, Guid spaceId, BatonDb db, CancellationToken cancel) =>
        (await For(personId, spaceId, db, cancel)).Single();

    /// <summary>One space, or all of a person's, with two queries however many there are.</summary>
    public static async Task<IReadOnlyList<SpaceResponse>> For(
        Guid personId, Guid? spaceId, BatonDb db, CancellationToken cancel)
    {
        var mine = await (
            from membership in db.Memberships.AsNoTracking()
            join space in db.Spaces.AsNoTracking() on membership.SpaceId equals space.Id
            join stream in db.Streams on space.Id equals stream.SpaceId
            where membership.PersonId == personId && (spaceId == null || space.Id == spaceId)
            orderby space.CreatedAt, space.Id
            select new { Space = space, Membership = membership, stream.Version }).ToListAsync(cancel);
        var members = await db.Memberships
            .Where(m => (spaceId == null || m.SpaceId == spaceId)
                && db.Memberships.Any(own => own.SpaceId == m.SpaceId && own.PersonId == personId))
            .Select(m => new { m.SpaceId, m.PersonId })
            .ToListAsync(cancel);
        var bySpace = members.ToLookup(m => m.SpaceId, m => m.PersonId);

        return [.. mine.Select(m => From(m.Space, m.Membership, m.Version, bySpace[m.Space.Id]))];
    }
}
