using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks.Boards;

public sealed record CreateLabelRequest(
    [property: MadeId] Guid Id, [property: TextLimit(Label.MaxNameLength)] string Name, string Colour);

/// <summary>Adds a label to a space.</summary>
/// <exception cref="AppException">409 <c>labels-full</c>.</exception>
public static class CreateLabel
{
    public static async Task<Created<LabelResponse>> Handle(
        Guid spaceId,
        CreateLabelRequest request,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        CancellationToken cancel)
    {
        await spaces.For(me, spaceId, Rights.ManageLabel, cancel);
        var fingerprint = Fingerprint.Of(me.Id, new { spaceId, request });
        if (await db.Labels.AsNoTracking().FirstOrDefaultAsync(l => l.Id == request.Id, cancel) is { } made)
        {
            Fingerprint.RequireSame(made.Fingerprint, fingerprint);
            return Created(made);
        }

        await RequireRoom(spaceId, db, cancel);
        var label = Label.Of(request.Id, spaceId, request.Name, request.Colour, fingerprint);
        db.Labels.Add(label);
        db.Announce(spaceId, "label.created", label.Id, me.Id, LabelResponse.From(label));
        await db.SaveChangesAsync(cancel);

        return Created(label);
    }

    /// <exception cref="AppException">409 <c>labels-full</c>.</exception>
    internal static async Task RequireRoom(Guid spaceId, BatonDb db, CancellationToken cancel)
    {
        if (await db.Labels.CountAsync(l => l.SpaceId == spaceId && l.ArchivedAt == null, cancel) >= Label.MaxPerSpace)
        {
            throw AppException.Conflict("labels-full",
                $"A space has up to {Label.MaxPerSpace} labels. Archive one first.");
        }
    }

    private static Created<LabelResponse> Created(Label label) =>
        TypedResults.Created($"/api/labels/{label.Id}", LabelResponse.From(label));
}
