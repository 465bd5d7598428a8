using System.Threading.RateLimiting;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Accounts;

/// <summary>
/// Limits guessing at one account, whoever guesses and whether or not the account exists: ten tries in a quarter of an
/// hour. The limit by network address sits on the route.
/// </summary>
public sealed class SignInAttempts : IDisposable
{
    private const int Tries = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> _limiter = Make();

    /// <exception cref="AppException">429 after too many tries.</exception>
    public void Count(string account)
    {
        using var lease = _limiter.AttemptAcquire(Key(account));
        if (!lease.IsAcquired)
        {
            throw AppException.TooMany((int)Window.TotalSeconds);
        }
    }

    public void Dispose() => _limiter.Dispose();

    private static string Key(string account) => account.Trim().ToUpperInvariant();

    private static PartitionedRateLimiter<string> Make() => PartitionedRateLimiter.Create<string, string>(account =>
        RateLimitPartition.GetSlidingWindowLimiter(account, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = Tries,
            Window = Window,
            SegmentsPerWindow = 5,
            QueueLimit = 0,
        }), StringComparer.Ordinal);
}
