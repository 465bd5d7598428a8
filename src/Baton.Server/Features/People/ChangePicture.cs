using System.Buffers;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Blobs;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.People;

/// <summary>
/// My picture: whatever arrives is decoded and drawn anew as a WebP square, so that nothing of the file itself, no
/// place where it was taken and no script, reaches anybody.
/// </summary>
public static class ChangePicture
{
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Pixels; smaller ones are made of it when asked for.</summary>
    public const int Side = 512;

    public static async Task<Ok<MeResponse>> Handle(
        HttpRequest request,
        CurrentPerson me,
        Pictures pictures,
        BlobStore blobs,
        ServerFacts server,
        BatonDb db,
        CancellationToken cancel)
    {
        var person = await me.Load(cancel);
        using var received = await Receive(request, cancel);
        var square = await pictures.Square(received, Side, cancel) ?? throw AppException.Invalid(
            "picture", "That is not a picture. Choose a PNG, JPEG or WebP.");
        var blob = await blobs.Save(square, cancel);
        await Show(person, blob.Hash, db, cancel);

        return TypedResults.Ok(await MeResponse.For(person, server, db, cancel));
    }

    internal static async Task Show(Person person, string? hash, BatonDb db, CancellationToken cancel)
    {
        if (person.PictureHash != hash)
        {
            person.Show(hash);
            await PersonChange.Announce(person, person.Id, db, cancel);
            db.Announce(person.PersonalSpaceId, "me.changed", person.Id, person.Id,
                new { Person = PersonResponse.From(person) });
            await db.SaveChangesAsync(cancel);
        }
    }

    private static async Task<MemoryStream> Receive(HttpRequest request, CancellationToken cancel)
    {
        var received = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (int read; (read = await request.Body.ReadAsync(buffer, cancel)) > 0;)
            {
                if (received.Length + read > MaxBytes)
                {
                    throw AppException.TooLarge("A picture may have up to 10 MB.");
                }

                received.Write(buffer, 0, read);
            }

            return received;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
