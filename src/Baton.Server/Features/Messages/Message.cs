using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Messages;

public enum PlaceKind
{
    /// <summary>A space's chat; the place's id is the space's.</summary>
    Chat,

    Topic,

    /// <summary>The comments of a task.</summary>
    Task,
}

/// <summary>Where a message stands.</summary>
public sealed record Place(PlaceKind Kind, Guid Id);

/// <summary>What a message answers to, as it read when it was quoted.</summary>
public sealed record Quote(Guid MessageId, Guid AuthorId, string Excerpt);

/// <summary>A post in a topic, in a space's chat or under a task. A deleted one stays as a tombstone.</summary>
public sealed class Message : ISpaceItem
{
    public const int MaxBodyLength = 40_000;
    public const int MaxReactions = 1_000;
    public const int ExcerptLength = 200;

    /// <summary>For how long whoever deleted it can restore it.</summary>
    public static readonly TimeSpan Restorable = TimeSpan.FromHours(24);

    private Message()
    {
    }

    public Guid Id { get; private init; }

    public Guid SpaceId { get; private set; }

    public PlaceKind PlaceKind { get; private init; }

    public Guid PlaceId { get; private init; }

    /// <summary>The message of the chat whose thread this is a reply in; null in the stream itself.</summary>
    public Guid? ThreadId { get; private init; }

    public Guid AuthorId { get; private init; }

    /// <summary>
    /// Markdown, as typed. Kept when the message is deleted, until it can no longer be restored
    /// (<see cref="EraseDeletedMessages"/>).
    /// </summary>
    public string Body { get; private set; } = "";

    /// <summary><see cref="Body"/> rendered and sanitised when it was written.</summary>
    public string Html { get; private set; } = "";

    public Guid? QuoteId { get; private init; }

    public Guid? QuoteAuthorId { get; private init; }

    public string? QuoteExcerpt { get; private set; }

    /// <summary>How many files stand with it; they come with the message and leave with it.</summary>
    public int AttachmentCount { get; private init; }

    /// <summary>
    /// Replies in its thread, deleted ones too. Counted up by <see cref="NewMessage"/> in the transaction of the reply.
    /// </summary>
    public int ReplyCount { get; private init; }

    /// <summary>Somebody is asked something in it: then there are addressees to be shown with it.</summary>
    public bool HasAsks { get; private set; }

    /// <summary>How many are to know of it and are asked nothing.</summary>
    public int Informs { get; private set; }

    public DateTime PostedAt { get; private init; }

    /// <summary>
    /// When its conversation began: its topic, its thread, its task. Alone in the chat it began with itself.
    /// </summary>
    public DateTime BeganAt { get; private set; }

    public DateTime? EditedAt { get; private set; }

    public int EditCount { get; private set; }

    public DateTime? DeletedAt { get; private set; }

    public Guid? DeletedById { get; private set; }

    /// <summary>When the words of a deleted one were erased for good; only the tombstone is left.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary><see cref="Kernel.Web.Fingerprint"/> of the request that posted it.</summary>
    public string Fingerprint { get; private init; } = "";

    public Place Place => new(PlaceKind, PlaceId);

    public Quote? Quote => QuoteId is { } id ? new Quote(id, QuoteAuthorId!.Value, QuoteExcerpt!) : null;

    public bool IsDeleted => DeletedAt is not null;

    public static Message Post(Draft draft, Guid authorId, Markdown markdown, DateTime now)
    {
        var message = new Message
        {
            Id = draft.Id,
            SpaceId = draft.SpaceId,
            PlaceKind = draft.Place.Kind,
            PlaceId = draft.Place.Id,
            ThreadId = draft.Thread?.Id,
            AuthorId = authorId,
            QuoteId = draft.Quoted?.Id,
            QuoteAuthorId = draft.Quoted?.AuthorId,
            QuoteExcerpt = draft.Quoted is { } quoted ? markdown.Excerpt(quoted.Body, ExcerptLength) : null,
            AttachmentCount = draft.Attachments.Count,
            PostedAt = now,
            BeganAt = draft.Thread?.BeganAt ?? draft.PlaceBeganAt ?? now,
            Fingerprint = draft.Fingerprint,
        };
        message.Write(draft.Body, markdown);
        return message;
    }

    /// <summary>As something that may carry addressees.</summary>
    public Post AsPost(Markdown markdown) => new(
        Id,
        PostKind.Message,
        SpaceId,
        PlaceKind switch
        {
            PlaceKind.Topic => PostPlace.Topic,
            PlaceKind.Task => PostPlace.Task,
            _ => PostPlace.Chat,
        },
        PlaceId,
        AuthorId,
        markdown.Excerpt(Body, Envelope.MaxSubjectLength),
        BeganAt);

    /// <summary>Adds to whom it asks and informs.</summary>
    public void Address(Sealed added) =>
        (HasAsks, Informs) = (HasAsks || added.Asks.Count > 0, Informs + added.Informs);

    /// <summary>
    /// Puts other words in its place; answers the words that stood there, or null when they are the same.
    /// </summary>
    /// <exception cref="AppException">409 <c>message-deleted</c>.</exception>
    public MessageEdit? Edit(string body, Markdown markdown, DateTime now)
    {
        RequirePresent();
        var before = MessageEdit.Of(this);
        Write(body, markdown);
        if (Body == before.Body)
        {
            return null;
        }

        EditedAt = now;
        EditCount++;
        return before;
    }

    public void Delete(Guid personId, DateTime now) => (DeletedAt, DeletedById) = (now, personId);

    /// <exception cref="AppException">
    /// 403 for others than who deleted it, 409 <c>restoration-late</c> after a day.
    /// </exception>
    public void Restore(Guid personId, DateTime now)
    {
        if (DeletedById != personId)
        {
            throw AppException.Forbidden(
                "right-missing", Rights.RestoreAnyMessage,
                $"Only who deleted a message can bring it back; nobody has the right {Rights.RestoreAnyMessage}.");
        }

        if (now - DeletedAt >= Restorable || ErasedAt is not null)
        {
            throw AppException.Conflict("restoration-late",
                "A deleted message can be brought back for a day, and this one is older.", Tombstone());
        }

        (DeletedAt, DeletedById) = (null, null);
    }

    /// <summary>Takes the words out of a tombstone that can no longer be restored.</summary>
    public void Erase(DateTime now) =>
        (Body, Html, QuoteExcerpt, ErasedAt) = ("", "", QuoteExcerpt is null ? null : "", now);

    /// <summary>Forgets what it quoted, whose words were erased; that it was an answer to them stays.</summary>
    public void ForgetQuote() => QuoteExcerpt = "";

    /// <exception cref="AppException">409 <c>message-deleted</c>.</exception>
    public void RequirePresent()
    {
        if (IsDeleted)
        {
            throw AppException.Conflict("message-deleted", "This message was deleted.", Tombstone());
        }
    }

    private void Write(string body, Markdown markdown)
    {
        Body = PlainText.Body("body", body, MaxBodyLength);
        if (AttachmentCount == 0 && !PlainText.HasWords(Body))
        {
            throw AppException.Invalid("body", "A message needs some words or a file.");
        }

        Html = markdown.Render(Body);
    }

    private object Tombstone() => new { Id, DeletedAt };
}
