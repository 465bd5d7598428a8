namespace Baton.Server.Features.Attachments;

/// <param name="UploadedById">Whose it is: a guest takes off a task only their own.</param>
/// <param name="Type">Media type as told by the content.</param>
/// <param name="Width">Pixels; null for what is no picture.</param>
/// <param name="Preview">A WebP of at most 1,200 pixels; null where there is none.</param>
public sealed record AttachmentResponse(
    Guid Id,
    Guid UploadedById,
    string Name,
    long Size,
    string Type,
    int? Width,
    int? Height,
    string Url,
    string? Preview)
{
    public static AttachmentResponse From(Attachment attachment) => new(
        attachment.Id,
        attachment.UploadedById,
        attachment.Name,
        attachment.Size,
        attachment.Type,
        attachment.Width,
        attachment.Height,
        $"/api/attachments/{attachment.Id}/content",
        attachment.PreviewHash is null ? null : $"/api/attachments/{attachment.Id}/preview");
}
