using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Paging;
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
    /// <summary>One message, wherever it stands; of a deleted one its tombstone.</summary>
    public static async Task<Ok<MessageResponse>> Handle(
        Guid messageId, CurrentPerson me, MessageAccess messages, BatonDb db, CancellationToken cancel)
    {
        var (message, _) = await messages.ForReading(me, messageId, cancel);
        return TypedResults.Ok(await MessageResponse.For(message, db, cancel));
    }

    /// <summary>
    /// The words of a message, the present ones first, then what stood there before; of a deleted one none.
    /// </summary>
    public static async Task<Ok<Page<EditResponse>>> Edits(
        Guid messageId,
        CurrentPerson me,
        MessageAccess messages,
        BatonDb db,
        CancellationToken cancel,
        string? cursor = null,
        [Range(1, Page.MaxLimit)] int limit = Page.DefaultLimit)
    {
        var (message, _) = await messages.ForReading(me, messageId, cancel);
        var before = Cursor.Number(cursor);
        if (message.IsDeleted)
        {
            return TypedResults.Ok(new Page<EditResponse>([], null));
        }

        var replaced = await db.MessageEdits.AsNoTracking()
            .Where(e => e.MessageId == messageId && (before == null || e.Number < before))
            .OrderByDescending(e => e.Number)
            .Take(limit + 1)
            .ToListAsync(cancel);
        var found = before is null ? [MessageEdit.Of(message), .. replaced] : replaced;
        var shown = found.Take(limit).ToList();
        return TypedResults.Ok(new Page<EditResponse>(
            [.. shown.Select(EditResponse.From)], found.Count > limit ? Cursor.Of(shown[^1].Number) : null));
    }
}
