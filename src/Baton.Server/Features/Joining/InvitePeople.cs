using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Mail;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Baton.Server.Features.Joining;

/// <param name="Uses">How many people may use it; null: any number.</param>
/// <param name="Email">Where to mail it, if this server sends mail; whoever holds it may use it all the same.</param>
public sealed record InvitePeopleRequest(
    [property: MadeId] Guid Id,
    WorkspaceRole Role,
    [property: MaxLength(Invitation.MaxSpaces)] IReadOnlyList<Guid> SpaceIds,
    SpaceRole SpaceRole,
    DateTime ExpiresAt,
    [property: Range(1, Invitation.MaxUses)] int? Uses = 1,
    string? Email = null);

/// <summary>
/// Makes an invitation: to the workspace by those who manage it, to their own spaces (as guests) by everybody.
/// </summary>
/// <exception cref="AppException">
/// 403 <c>right-missing</c>; 404 <c>space-not-found</c>; 409 <c>space-archived</c>.
/// </exception>
public static class InvitePeople
{
    public static async Task<Created<InvitationResponse>> Handle(
        InvitePeopleRequest request, CurrentPerson me, SpaceAccess spaces, SignInAttempts attempts, Mailer mailer,
        IOptions<BatonSettings> settings, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var wanted = request with
        {
            SpaceIds = [.. request.SpaceIds.Distinct()],
            ExpiresAt = request.ExpiresAt.ToUniversalTime(),
            Email = request.Email is { } email ? MailAddresses.Require("email", email) : null,
        };
        if (await db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.Id == request.Id, cancel) is { } made)
        {
            return Repeat(made, wanted, me);
        }

        RequireSense(wanted);
        await RequireRights(wanted, me, spaces, cancel);
        var code = SecretCode.Make();
        var invitation = Invitation.Make(
            wanted.Id, code, wanted.Role, wanted.SpaceIds, wanted.SpaceRole, me.Id, clock.UtcNow(), wanted.ExpiresAt,
            wanted.Uses, wanted.Email);
        db.Invitations.Add(invitation);
        if (wanted.Email is { } address && mailer.IsOn)
        {
            attempts.CountMail(address);
            var payload = JsonSerializer.Serialize(new InvitationMade(invitation.Id), Json.Options);
            db.Jobs.Add(Job.Of(MailInvitation.Kind, payload, clock.UtcNow()));
        }

        await db.SaveChangesAsync(cancel);

        return Answer(InvitationResponse.From(invitation, settings.Value.LinkTo("join", code.Code)));
    }

    private static void RequireSense(InvitePeopleRequest wanted)
    {
        if (wanted.Role == WorkspaceRole.Owner)
        {
            throw AppException.Invalid("role", "Nobody is invited as owner; an owner makes another one later.");
        }

        if (wanted.Role == WorkspaceRole.Guest && wanted.SpaceIds.Count == 0)
        {
            throw AppException.Invalid("spaceIds", "A guest needs at least one space.");
        }

        if (wanted.Role == WorkspaceRole.Guest && wanted.SpaceRole != SpaceRole.Guest)
        {
            throw AppException.Invalid("spaceRole", "Guests of the workspace are guests of its spaces.");
        }
    }

    private static async Task RequireRights(
        InvitePeopleRequest wanted, CurrentPerson me, SpaceAccess spaces, CancellationToken cancel)
    {
        if (wanted.Role != WorkspaceRole.Guest && !InvitationAccess.MayInviteAnybody(me.Role))
        {
            throw AppException.Forbidden(
                "right-missing", "workspace.invite",
                "You may invite guests to your spaces; to invite to the workspace you need the right workspace.invite.");
        }

        var seats = await spaces.SeatsOf(me.Id).Where(s => wanted.SpaceIds.Contains(s.SpaceId)).ToListAsync(cancel);
        if (seats.Count < wanted.SpaceIds.Count)
        {
            throw AppException.NotFound("space");
        }

        foreach (var seat in seats)
        {
            seat.Require(Rights.InviteMember);
            if (wanted.SpaceRole == SpaceRole.Admin)
            {
                seat.Require(Rights.ManageMember);
            }
        }
    }

    // The code is not kept, so a repeat cannot tell it again.
    private static Created<InvitationResponse> Repeat(Invitation made, InvitePeopleRequest wanted, CurrentPerson me)
    {
        var same = made.CreatedBy == me.Id && made.Role == wanted.Role && made.SpaceRole == wanted.SpaceRole
            && made.ExpiresAt == wanted.ExpiresAt && made.Uses == wanted.Uses && made.Email == wanted.Email
            && made.SpaceIds.ToHashSet().SetEquals(wanted.SpaceIds);
        return same
            ? Answer(InvitationResponse.From(made))
            : throw AppException.Conflict("id-taken", "That id is taken.");
    }

    private static Created<InvitationResponse> Answer(InvitationResponse response) =>
        TypedResults.Created($"/api/invitations/{response.Id}", response);
}
