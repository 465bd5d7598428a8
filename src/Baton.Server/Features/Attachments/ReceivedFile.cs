using Baton.Server.Kernel.Blobs;
using Baton.Server.Kernel.Web;
using Microsoft.Extensions.Options;

namespace Baton.Server.Features.Attachments;

/// <summary>
/// The file that this request carries, in the blob store. A body can be read once only, so a use case that starts over
/// after a lost race finds it received already.
/// </summary>
public sealed class ReceivedFile(
    IHttpContextAccessor http, BlobStore blobs, Pictures pictures, IOptions<BatonSettings> settings)
{
    private const int PreviewSide = 1200;

    private Contents? _contents;

    /// <exception cref="AppException">
    /// 413 <c>too-large</c>, before anything is read when the request says how much it carries.
    /// </exception>
    public async Task<Contents> Receive(CancellationToken cancel) =>
        _contents ??= await Read(http.HttpContext!.Request, cancel);

    private async Task<Contents> Read(HttpRequest request, CancellationToken cancel)
    {
        var limit = settings.Value.MaxUploadBytes;
        if (request.ContentLength > limit)
        {
            throw AppException.TooLarge($"A file may have up to {settings.Value.MaxUploadMegabytes} MB here.");
        }

        var blob = await blobs.Save(request.Body, limit, cancel);
        await using var content = blobs.Open(blob.Hash)!;
        var head = new byte[MediaTypes.Looked];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        var type = MediaTypes.Of(head.AsSpan(0, length));

        return MediaTypes.IsPicture(type) && await pictures.Look(content, cancel) is { } facts
            ? new Contents(blob.Hash, blob.Size, type, facts.Width, facts.Height, await Preview(content, cancel))
            : new Contents(blob.Hash, blob.Size, type, null, null, null);
    }

    private async Task<string?> Preview(FileStream picture, CancellationToken cancel) =>
        await pictures.Fit(picture, PreviewSide, cancel) is { } webp ? (await blobs.Save(webp, cancel)).Hash : null;
}
