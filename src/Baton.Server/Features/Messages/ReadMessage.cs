using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Messages;

/// <param name="At">When these words were written.</param>
public sealed record EditResponse(string Body, string Html, DateTime At)
{
    public static EditResponse From(MessageEdit edit) => new(edit.Body, edit.Html, edit.At);
}

public static class ReadMessage
{
    public static async Task<Ok<MessageResponse>> Handle(
        Guid messageId, CurrentPerson me, MessageAccess messages, BatonDb db, CancellationToken cancel)
    {
        var (message, _) = await messages.ForReading(me, messageId, cancel);
        return TypedResults.Ok(await MessageResponse.For(message, db, cancel));
    }

    /// <summary>Its words from the first to the present ones; of a deleted message none.</summary>
    public static async Task<Ok<IReadOnlyList<EditResponse>>> Edits(
        Guid messageId, CurrentPerson me, MessageAccess messages, BatonDb db, CancellationToken cancel)
    {
        var (message, _) = await messages.ForReading(me, messageId, cancel);
        if (message.IsDeleted)
        {
            return TypedResults.Ok<IReadOnlyList<EditResponse>>([]);
        }

        var edits = await db.MessageEdits.AsNoTracking()
            .Where(e => e.MessageId == messageId)
            .OrderBy(e => e.Number)
            .ToListAsync(cancel);
        return TypedResults.Ok<IReadOnlyList<EditResponse>>([.. edits.Append(MessageEdit.Of(message)).Select(EditResponse.From)]);
    }
}
