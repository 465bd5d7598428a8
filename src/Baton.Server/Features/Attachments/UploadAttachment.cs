using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attachments;

/// <summary>
/// Takes a file in: the raw body goes to the blob store as it arrives, and only then is there a row. An upload that
/// breaks off leaves nothing. Nobody is told: the message or task that names the attachment does that.
/// </summary>
public static class UploadAttachment
{
    public static async Task<Created<AttachmentResponse>> Handle(
        Guid spaceId,
        [MadeId] Guid id,
        string name,
        CurrentPerson me,
        SpaceAccess spaces,
        ReceivedFile file,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var seat = await spaces.For(me, spaceId, Rights.AddAttachment, cancel);
        var line = Attachment.NameOf(name);
        var contents = await file.Receive(cancel);
        if (await db.Attachments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel) is { } uploaded)
        {
            return IsSame(uploaded, seat, line, contents)
                ? Uploaded(uploaded)
                : throw AppException.Conflict("id-taken", "That id is taken.");
        }

        var now = clock.UtcNow();
        var attachment = Attachment.Upload(id, seat.SpaceId, me.Id, line, contents, now);
        db.Attachments.Add(attachment);
        db.Jobs.Add(ForgetLooseAttachments.Due(now));
        await db.SaveChangesAsync(cancel);

        return Uploaded(attachment);
    }

    private static bool IsSame(Attachment uploaded, Seat seat, string name, Contents contents) =>
        uploaded.UploadedById == seat.PersonId && uploaded.SpaceId == seat.SpaceId
        && uploaded.Name == name && uploaded.Hash == contents.Hash;

    private static Created<AttachmentResponse> Uploaded(Attachment attachment) =>
        TypedResults.Created($"/api/attachments/{attachment.Id}/content", AttachmentResponse.From(attachment));
}
