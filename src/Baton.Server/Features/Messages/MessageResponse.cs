using Baton.Server.Data;
using Baton.Server.Features.Attachments;
using Baton.Server.Features.Attention.Asks;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Messages;

public sealed record ReactionResponse(string Emoji, IReadOnlyList<Guid> PersonIds);

/// <summary>A message as everybody sees it; of a deleted one only that it was there.</summary>
/// <param name="ThreadId">The root of the thread it stands in (chat only).</param>
/// <param name="Body">Markdown.</param>
/// <param name="Html">The body, rendered and sanitised.</param>
/// <param name="Asks">What is asked of whom in it.</param>
/// <param name="Informs">How many are to know of it and are asked nothing.</param>
public sealed record MessageResponse(
    Guid Id,
    Guid SpaceId,
    Place Place,
    Guid? ThreadId,
    Guid AuthorId,
    string Body,
    string Html,
    Quote? Quote,
    IReadOnlyList<AttachmentResponse> Attachments,
    IReadOnlyList<ReactionResponse> Reactions,
    IReadOnlyList<AskResponse> Asks,
    int Informs,
    int ReplyCount,
    DateTime PostedAt,
    DateTime? EditedAt,
    DateTime? DeletedAt)
{
    public static MessageResponse From(
        Message message,
        IEnumerable<Attachment> attachments,
        IEnumerable<Reaction> reactions,
        IReadOnlyList<AskResponse> asks) =>
        message.IsDeleted ? Show(message, "", "", null, [], [], []) : Show(
            message,
            message.Body,
            message.Html,
            message.Quote,
            [.. attachments.Select(AttachmentResponse.From)],
            [.. reactions.GroupBy(r => r.Emoji, StringComparer.Ordinal)
                .Select(g => new ReactionResponse(g.Key, [.. g.Select(r => r.PersonId)]))],
            asks);

    public static async Task<MessageResponse> For(Message message, BatonDb db, CancellationToken cancel) =>
        (await For([message], db, cancel))[0];

    /// <summary>With what stands with them: one query for each table, however many messages.</summary>
    public static async Task<IReadOnlyList<MessageResponse>> For(
        IReadOnlyList<Message> messages, BatonDb db, CancellationToken cancel)
    {
        var shown = messages.Where(m => !m.IsDeleted).ToList();
        var attachments = await AttachmentsOf(
            [.. shown.Where(m => m.AttachmentCount > 0).Select(m => m.Id)], db, cancel);
        var reactions = await ReactionsTo([.. shown.Select(m => m.Id)], db, cancel);
        var asks = await AsksIn([.. shown.Where(m => m.HasAsks).Select(m => m.Id)], db, cancel);
        return [.. messages.Select(m => From(m, attachments[m.Id], reactions[m.Id], [.. asks[m.Id]]))];
    }

    private static MessageResponse Show(
        Message message,
        string body,
        string html,
        Quote? quote,
        IReadOnlyList<AttachmentResponse> attachments,
        IReadOnlyList<ReactionResponse> reactions,
        IReadOnlyList<AskResponse> asks) => new(
            message.Id,
            message.SpaceId,
            message.Place,
            message.ThreadId,
            message.AuthorId,
            body,
            html,
            quote,
            attachments,
            reactions,
            asks,
            message.IsDeleted ? 0 : message.Informs,
            message.ReplyCount,
            message.PostedAt,
            message.EditedAt,
            message.DeletedAt);

    private static async Task<ILookup<Guid, Attachment>> AttachmentsOf(
        List<Guid> ids, BatonDb db, CancellationToken cancel)
    {
        var found = ids.Count == 0 ? [] : await db.Attachments.AsNoTracking()
            .Where(a => a.MessageId != null && ids.Contains(a.MessageId.Value))
            .OrderBy(a => a.UploadedAt).ThenBy(a => a.Id)
            .ToListAsync(cancel);
        return found.ToLookup(a => a.MessageId!.Value);
    }

    private static async Task<ILookup<Guid, AskResponse>> AsksIn(List<Guid> ids, BatonDb db, CancellationToken cancel)
    {
        var found = ids.Count == 0 ? [] : await db.Addressees.AsNoTracking()
            .Where(a => ids.Contains(a.PostId) && a.Role != AskRole.Know)
            .OrderBy(a => a.AddressedAt).ThenBy(a => a.Id)
            .ToListAsync(cancel);
        return found.ToLookup(a => a.PostId, AskResponse.From);
    }

    private static async Task<ILookup<Guid, Reaction>> ReactionsTo(List<Guid> ids, BatonDb db, CancellationToken cancel)
    {
        var found = ids.Count == 0 ? [] : await db.Reactions.AsNoTracking()
            .Where(r => ids.Contains(r.MessageId))
            .OrderBy(r => r.At).ThenBy(r => r.PersonId)
            .ToListAsync(cancel);
        return found.ToLookup(r => r.MessageId);
    }
}
