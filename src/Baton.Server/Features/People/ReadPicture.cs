using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Blobs;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Baton.Server.Features.People;

/// <summary>
/// The present picture of somebody I may see, 48, 96 or 512 pixels wide. Its address changes with its content, so that
/// browsers keep it for good; a picture that was taken away has no address any more.
/// </summary>
/// <exception cref="AppException">404 <c>picture-not-found</c>.</exception>
public static class ReadPicture
{
    private const string MediaType = "image/webp";
    private static readonly int[] Sizes = [48, 96, ChangePicture.Side];

    public static async Task<Results<FileStreamHttpResult, FileContentHttpResult>> Handle(
        Guid personId,
        string hash,
        HttpContext http,
        CurrentPerson me,
        PersonAccess people,
        Pictures pictures,
        BlobStore blobs,
        CancellationToken cancel,
        int size = ChangePicture.Side)
    {
        if (!Sizes.Contains(size))
        {
            throw AppException.Invalid("size", $"One of {string.Join(", ", Sizes)}.");
        }

        if (!await people.SeenBy(me).AnyAsync(p => p.Id == personId && p.PictureHash == hash, cancel)
            || blobs.Open(hash) is not { } stored)
        {
            throw AppException.NotFound("picture");
        }

        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (size == ChangePicture.Side)
        {
            return TypedResults.Stream(stored, MediaType, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
        }

        await using (stored)
        {
            var small = await pictures.Square(stored, size, cancel) ?? throw AppException.NotFound("picture");
            return TypedResults.Bytes(small, MediaType, entityTag: new EntityTagHeaderValue($"\"{hash}-{size}\""));
        }
    }
}
