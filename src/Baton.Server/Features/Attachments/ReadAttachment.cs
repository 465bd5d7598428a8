using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Blobs;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Baton.Server.Features.Attachments;

/// <summary>
/// Hands out what people uploaded, and trusts none of it: no type but ours, no script, no embedding, and whatever a
/// browser could run is only ever downloaded.
/// </summary>
public static class ReadAttachment
{
    private const string Policy = "sandbox; default-src 'none'";

    // Kept, but asked for each time: who may no longer see it is not shown it by a browser that has it.
    private const string Caching = "private, no-cache";

    /// <summary>The file itself; ranges are honoured.</summary>
    public static async Task<FileStreamHttpResult> Content(
        Guid attachmentId,
        HttpContext http,
        CurrentPerson me,
        AttachmentAccess attachments,
        BlobStore blobs,
        CancellationToken cancel)
    {
        var attachment = await attachments.ForReading(me, attachmentId, cancel);
        var inline = MediaTypes.IsShownInline(attachment.Type);
        var type = !inline
            ? MediaTypes.Unknown
            : attachment.Type == MediaTypes.PlainText ? "text/plain; charset=utf-8" : attachment.Type;

        return Send(http, blobs, attachment.Hash, type, inline, attachment.Name);
    }

    /// <summary>The small WebP of a picture; there is none of other files.</summary>
    /// <exception cref="AppException">404 <c>preview-not-found</c>.</exception>
    public static async Task<FileStreamHttpResult> Preview(
        Guid attachmentId,
        HttpContext http,
        CurrentPerson me,
        AttachmentAccess attachments,
        BlobStore blobs,
        CancellationToken cancel)
    {
        var attachment = await attachments.ForReading(me, attachmentId, cancel);
        return attachment.PreviewHash is { } hash
            ? Send(http, blobs, hash, "image/webp", inline: true,
                System.IO.Path.ChangeExtension(attachment.Name, ".webp"))
            : throw AppException.NotFound("preview");
    }

    private static FileStreamHttpResult Send(
        HttpContext http, BlobStore blobs, string hash, string type, bool inline, string name)
    {
        var content = blobs.Open(hash) ?? throw AppException.NotFound("attachment");
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = Policy;
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = Caching;

        return TypedResults.Stream(
            content, type, entityTag: new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true);
    }
}
