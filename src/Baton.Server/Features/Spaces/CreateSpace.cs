using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Spaces;

public sealed record CreateSpaceRequest(
    [property: MadeId] Guid Id,
    SpaceKind Kind,
    [property: TextLimit(Space.MaxNameLength)] string? Name = null,
    [property: TextLimit(Space.MaxDescriptionLength)] string? Description = null,
    string? Colour = null,
    [property: TextLimit(OneEmoji.MaxLength)] string? Emoji = null,
    [property: TextLimit(Space.MaxKeyLength)] string? Key = null,
    [property: MaxLength(200)] IReadOnlyList<Guid>? PersonIds = null);

/// <summary>
/// Makes a group, or a direct space with a few people; the same people always meet in the same direct space.
/// </summary>
/// <exception cref="AppException">
/// 403 <c>right-missing</c>; 404 <c>person-not-found</c>; 409 <c>key-taken</c>.
/// </exception>
public static class CreateSpace
{
    private const int MaxDirectPeople = 8;

    public static async Task<Created<SpaceResponse>> Handle(
        CreateSpaceRequest request,
        CurrentPerson me,
        NewSpace spaces,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        if (me.Role == WorkspaceRole.Guest)
        {
            throw AppException.Forbidden(
                "right-missing", "space.create",
                "Guests work in the spaces they are invited to; to make one you need the right space.create.");
        }

        var fingerprint = Fingerprint.Of(me.Id, request);
        if (await db.Spaces.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.Id, cancel) is { } made)
        {
            Fingerprint.RequireSame(made.Fingerprint, fingerprint);
            return await Repeat(made, me, db, cancel);
        }

        var people = await Invited(request, me, db, cancel);
        var directKey = request.Kind == SpaceKind.Direct ? DirectKeyOf(people.Select(p => p.Id).Append(me.Id)) : null;
        if (directKey is not null
            && await db.Spaces.AsNoTracking().FirstOrDefaultAsync(s => s.DirectKey == directKey, cancel) is { } known)
        {
            return await Repeat(known, me, db, cancel);
        }

        var now = clock.UtcNow();
        var space = Make(request, await TaskKeys.SeenBy(me.Id, request.Id, db, cancel), directKey, fingerprint, now);
        var founder = await me.Load(cancel);
        var memberships = new List<Membership> { spaces.Found(space, founder, now) };
        memberships.AddRange(people.Select(person => spaces.Seat(space, person.Id, RoleOf(person), now)));
        var mine = Welcome.All(space, memberships, people.Append(founder), me.Id, db);
        await db.SaveChangesAsync(cancel);

        return TypedResults.Created($"/api/spaces/{space.Id}", mine with { Version = db.Written!.VersionOf(space.Id) });
    }

    private static SpaceRole RoleOf(Person person) =>
        person.WorkspaceRole == WorkspaceRole.Guest ? SpaceRole.Guest : SpaceRole.Member;

    private static Space Make(
        CreateSpaceRequest request, TaskKeys keys, string? directKey, string fingerprint, DateTime now)
    {
        var space = request.Kind switch
        {
            SpaceKind.Group =>
                Space.Group(request.Id, request.Name ?? "", request.Key is { } key
                    ? _ => keys.Free(key)
                    : keys.For, fingerprint, now),
            SpaceKind.Direct => Space.Direct(request.Id, keys.Numbered("DM"), directKey!, fingerprint, now),
            SpaceKind.Personal => throw AppException.Invalid("kind", "A personal space comes with the account."),
        };
        if (request.Description is { } description)
        {
            space.Describe(description);
        }

        if (request.Colour is { } colour)
        {
            space.Paint(colour);
        }

        if (request.Emoji is { } emoji)
        {
            space.Mark(emoji);
        }

        return space;
    }

    private static async Task<List<Person>> Invited(
        CreateSpaceRequest request, CurrentPerson me, BatonDb db, CancellationToken cancel)
    {
        var ids = (request.PersonIds ?? []).Where(id => id != me.Id).Distinct().ToList();
        if (request.Kind == SpaceKind.Direct && ids.Count is 0 or > MaxDirectPeople)
        {
            throw AppException.Invalid("personIds", $"A direct space has one to {MaxDirectPeople} other people.");
        }

        var people = await db.People.Where(p => ids.Contains(p.Id) && p.LeftAt == null).ToListAsync(cancel);
        return people.Count == ids.Count ? people : throw AppException.NotFound("person");
    }

    // Whoever has left it since is told nothing of it.
    private static async Task<Created<SpaceResponse>> Repeat(
        Space made, CurrentPerson me, BatonDb db, CancellationToken cancel)
    {
        var response = (await SpaceResponse.For(me.Id, made.Id, db, cancel)).SingleOrDefault()
            ?? throw AppException.Conflict("id-taken", "That id is taken.");
        return TypedResults.Created($"/api/spaces/{made.Id}", response);
    }

    private static string DirectKeyOf(IEnumerable<Guid> people) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(',', people.Distinct().Order()))));
}
