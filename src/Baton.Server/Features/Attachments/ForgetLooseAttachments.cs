using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Blobs;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attachments;

/// <summary>Removes what has been loose for a day, and the bytes that nothing else names.</summary>
public sealed class ForgetLooseAttachments(BatonDb db, BlobStore blobs, TimeProvider clock) : IJob
{
    public const string Kind = "ForgetLooseAttachments";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    // Somebody may be uploading the same bytes right now, with no row yet; saving them makes the blob young again.
    private static readonly TimeSpan Grace = TimeSpan.FromHours(6);

    public static Job Due(DateTime uploadedAt) => Job.Of(Kind, "{}", uploadedAt + Lifetime);

    public async Task Run(string payload, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var limit = now - Lifetime;
        var forgotten = await db.Attachments.Where(a => a.LooseSince <= limit).OrderBy(a => a.LooseSince).Take(200).ToListAsync(cancel);
        db.Attachments.RemoveRange(forgotten);
        await db.SaveChangesAsync(cancel);

        foreach (var hash in forgotten.SelectMany(a => new[] { a.Hash, a.PreviewHash }).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (!await IsNamed(hash, cancel))
            {
                blobs.Forget(hash, unusedSince: now - Grace);
            }
        }
    }

    // The pictures of people lie in the same store.
    private async Task<bool> IsNamed(string hash, CancellationToken cancel) =>
        await db.Attachments.AnyAsync(a => a.Hash == hash || a.PreviewHash == hash, cancel)
        || await db.People.AnyAsync(p => p.PictureHash == hash, cancel);
}
