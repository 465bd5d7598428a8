using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Push;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>The key pair for web push, made when it is first asked for.</summary>
public sealed class PushKeys(IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task<VapidKey> Get(CancellationToken cancel)
    {
        // Of its own: what the caller has not saved yet is none of this.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BatonDb>();
        var key = await Find(db, cancel);
        if (key is null)
        {
            await Make(db, cancel);
            key = await Find(db, cancel);
        }

        return new VapidKey(key!.PrivateKey);
    }

    private static Task<PushKey?> Find(BatonDb db, CancellationToken cancel) =>
        db.PushKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Id == PushKey.TheId, cancel);

    private async Task Make(BatonDb db, CancellationToken cancel)
    {
        try
        {
            db.PushKeys.Add(PushKey.Make(clock.UtcNow()));
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another node was quicker: its key is everybody's.
        }
    }
}
