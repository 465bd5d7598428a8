using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attachments;

/// <summary>
/// Removes what has been loose for a day; <see cref="SweepBlobs"/> takes the bytes that nothing else names.
/// </summary>
public sealed class ForgetLooseAttachments(BatonDb db, TimeProvider clock) : IJob
{
    public const string Kind = "ForgetLooseAttachments";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public static Job Due(DateTime uploadedAt) => Job.Of(Kind, "{}", uploadedAt + Lifetime);

    public async Task Run(string payload, CancellationToken cancel)
    {
        var limit = clock.UtcNow() - Lifetime;
        db.Attachments.RemoveRange(
            await db.Attachments.Where(a => a.LooseSince <= limit)
                .OrderBy(a => a.LooseSince).Take(200).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
    }
}
