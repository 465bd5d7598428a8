using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;

namespace Baton.Server.Features.People;

/// <summary>
/// Once a day: forgets what people said of a day that is over everywhere. It was shown no more, so nobody is told.
/// </summary>
public sealed class SweepStatuses(BatonDb db, TimeProvider clock) : IJob
{
    public const string Kind = "SweepStatuses";

    public async Task Run(string payload, CancellationToken cancel)
    {
        // Where it is latest, a day ends twelve hours after it does in UTC.
        var today = DateOnly.FromDateTime(clock.UtcNow().AddHours(-12));
        // A statement, so that what somebody says at this moment stays.
        db.Also($"UPDATE people SET status = '', status_on = NULL WHERE status_on < {today}");
        await db.SaveChangesAsync(cancel);
    }
}
