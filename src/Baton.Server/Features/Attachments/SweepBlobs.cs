using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Blobs;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attachments;

/// <summary>
/// Removes, once a day, the bytes that no row names any more or ever did: of forgotten files, replaced pictures, erased
/// messages, and of uploads whose row a crash prevented.
/// </summary>
public sealed class SweepBlobs(BatonDb db, BlobStore blobs, TimeProvider clock) : IJob
{
    public const string Kind = "SweepBlobs";

    private const int AtOnce = 500;

    // An upload's bytes lie there before its row does, and saving them makes them young again, whoever saved them
    // first.
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public async Task Run(string payload, CancellationToken cancel)
    {
        var limit = clock.UtcNow() - Grace;
        foreach (var hashes in blobs.UnchangedSince(limit).Chunk(AtOnce))
        {
            var named = await Named(hashes, cancel);
            foreach (var hash in hashes.Where(h => !named.Contains(h)))
            {
                blobs.Forget(hash, unusedSince: limit);
            }
        }
    }

    // The pictures of people lie in the same store.
    private async Task<HashSet<string>> Named(string[] hashes, CancellationToken cancel) =>
    [
        .. await db.Attachments.Where(a => hashes.Contains(a.Hash)).Select(a => a.Hash).ToListAsync(cancel),
        .. await db.Attachments.Where(a => hashes.Contains(a.PreviewHash!))
            .Select(a => a.PreviewHash!).ToListAsync(cancel),
        .. await db.People.Where(p => hashes.Contains(p.PictureHash!)).Select(p => p.PictureHash!).ToListAsync(cancel),
    ];
}
