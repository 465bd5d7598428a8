using Baton.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Messages;

/// <summary>Takes what was said under a task, and the files that stand with it, to the space the task goes to. The caller saves.</summary>
public static class MoveComments
{
    public static async Task Follow(Guid taskId, Guid spaceId, MessageAccess messages, BatonDb db, CancellationToken cancel)
    {
        var comments = await messages.ForMovingWith(taskId, cancel);
        foreach (var comment in comments)
        {
            comment.MoveTo(spaceId);
        }

        var withFiles = comments.Where(c => c.AttachmentCount > 0).Select(c => c.Id).ToList();
        foreach (var file in await db.Attachments.Where(a => a.MessageId != null && withFiles.Contains(a.MessageId.Value)).ToListAsync(cancel))
        {
            file.MoveTo(spaceId);
        }
    }
}
