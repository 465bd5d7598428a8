using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Text;

namespace Baton.Server.Features.Attachments;

/// <summary>
/// Bytes that somebody put beside a message or a task. It is uploaded first, loose, and belongs to its uploader alone;
/// the message or task that names it makes it everybody's. The bytes lie in the blob store, shared by their hash.
/// </summary>
public sealed class Attachment : ISpaceItem
{
    public const int MaxNameLength = 255;

    /// <summary>How many one message or task may be given at once.</summary>
    public const int MaxAtOnce = 20;

    private Attachment()
    {
    }

    public Guid Id { get; private init; }

    public Guid SpaceId { get; private set; }

    public Guid UploadedById { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>Media type as told by the content, never by the name.</summary>
    public string Type { get; private init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private init; }

    /// <summary>Pixels, as the picture is seen upright; null for what is no picture.</summary>
    public int? Width { get; private init; }

    public int? Height { get; private init; }

    /// <summary>SHA-256 of the bytes: their name in the blob store.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>A WebP of at most 1,200 pixels; null where none could be made.</summary>
    public string? PreviewHash { get; private init; }

    public DateTime UploadedAt { get; private init; }

    /// <summary>The message it stands in; with <see cref="TaskId"/> at most one of the two.</summary>
    public Guid? MessageId { get; private set; }

    public Guid? TaskId { get; private set; }

    /// <summary>Null while it is loose.</summary>
    public DateTime? AttachedAt { get; private set; }

    /// <summary>As the message or task it stands with; while it is loose, since it is that.</summary>
    public DateTime BeganAt { get; private set; }

    /// <summary>Who may see it and attach it while it is loose: its uploader, or whoever took it off a task.</summary>
    public Guid HeldById { get; private set; }

    /// <summary>Since when it has been loose. A day later it is forgotten.</summary>
    public DateTime? LooseSince { get; private set; }

    /// <summary>Set while the message it stands in is deleted; nobody reads it then.</summary>
    public DateTime? WithheldAt { get; private set; }

    public bool IsLoose => AttachedAt is null;

    public static Attachment Upload(
        Guid id, Guid spaceId, Guid uploaderId, string name, Contents contents, DateTime now) => new()
        {
            Id = id,
            SpaceId = spaceId,
            UploadedById = uploaderId,
            HeldById = uploaderId,
            Name = NameOf(name),
            Type = contents.Type,
            Size = contents.Size,
            Width = contents.Width,
            Height = contents.Height,
            Hash = contents.Hash,
            PreviewHash = contents.PreviewHash,
            UploadedAt = now,
            BeganAt = now,
            LooseSince = now,
        };

    /// <summary>The same bytes once more, loose, for a copy of what this one is attached to.</summary>
    public Attachment Copy(Guid id, Guid personId, DateTime now) =>
        Upload(id, SpaceId, personId, Name, new Contents(Hash, Size, Type, Width, Height, PreviewHash), now);

    /// <summary>The last part of a path, as some programs send it, on one line.</summary>
    public static string NameOf(string? name) => PlainText.Line("name", name?.Split('/', '\\')[^1], MaxNameLength);

    /// <param name="began">When the conversation began, with which the file is seen.</param>
    public void AttachToMessage(Guid messageId, DateTime began, DateTime now) =>
        (MessageId, BeganAt, AttachedAt, LooseSince) = (messageId, began, now, null);

    /// <param name="began">When the task began, with which the file is seen.</param>
    public void AttachToTask(Guid taskId, DateTime began, DateTime now) =>
        (TaskId, BeganAt, AttachedAt, LooseSince) = (taskId, began, now, null);

    /// <summary>Makes it loose again, held by who did it, so that they can undo it within the day.</summary>
    public void Detach(Guid personId, DateTime now) =>
        (MessageId, TaskId, AttachedAt, BeganAt, HeldById, LooseSince) = (null, null, null, now, personId, now);

    /// <summary>Follows the task it is on to another space, where both begin now.</summary>
    public void MoveTo(Guid spaceId, DateTime now) => (SpaceId, BeganAt) = (spaceId, now);

    public void Withhold(DateTime now) => WithheldAt = now;

    public void Release() => WithheldAt = null;
}
