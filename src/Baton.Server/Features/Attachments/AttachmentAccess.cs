using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attachments;

/// <summary>
/// The only door to attachments: through a seat in their space, and to loose ones through the hand that holds them.
/// </summary>
public sealed class AttachmentAccess(BatonDb db, SpaceAccess spaces)
{
    /// <exception cref="AppException">
    /// 404 also for what is loose in other hands, withheld, or older than I may look back.
    /// </exception>
    public async Task<Attachment> ForReading(CurrentPerson me, Guid attachmentId, CancellationToken cancel) =>
        await (
            from seen in spaces.Seen(db.Attachments.AsNoTracking(), me.Id)
            where seen.Item.Id == attachmentId
                && seen.Item.WithheldAt == null
                && (seen.Item.AttachedAt != null || seen.Item.HeldById == me.Id)
            select seen.Item).FirstOrDefaultAsync(cancel) ?? throw AppException.NotFound("attachment");

    /// <summary>
    /// What I hold and nobody has attached yet, tracked, in the order asked for; the caller attaches and saves.
    /// </summary>
    /// <exception cref="AppException">
    /// 404 for what is not mine or not of this space, 409 <c>attachment-taken</c> for what stands elsewhere already.
    /// </exception>
    public async Task<IReadOnlyList<Attachment>> ForAttaching(
        CurrentPerson me, Guid spaceId, IReadOnlyList<Guid>? attachmentIds, CancellationToken cancel)
    {
        var ids = (attachmentIds ?? []).Distinct().ToList();
        if (ids.Count > Attachment.MaxAtOnce)
        {
            throw AppException.Invalid("attachmentIds", $"Up to {Attachment.MaxAtOnce} at once.");
        }

        if (ids.Count == 0)
        {
            return [];
        }

        var found = await db.Attachments
            .Where(a => ids.Contains(a.Id) && a.SpaceId == spaceId && a.HeldById == me.Id)
            .ToDictionaryAsync(a => a.Id, cancel);
        return found.Count < ids.Count ? throw AppException.NotFound("attachment")
            : found.Values.Any(a => !a.IsLoose)
                ? throw AppException.Conflict("attachment-taken",
                    "That file is attached elsewhere already. Upload it again to attach it twice.")
                : [.. ids.Select(id => found[id])];
    }
}
