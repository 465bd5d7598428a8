using System.Threading.RateLimiting;
using Baton.Server.Kernel.Web;
using Microsoft.Extensions.Options;

namespace Baton.Server.Features.Accounts;

/// <summary>
/// Limits guessing at one account, and mails to one address, whoever asks and whether or not the account exists: a few
/// tries in a quarter of an hour. The limit by network address sits on the route.
/// </summary>
public sealed class SignInAttempts(IOptions<BatonSettings> settings) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> _limiter = Make(settings.Value.Limits.TriesPerAccount);

    /// <summary>A try to sign in to the account of this address, with its password.</summary>
    /// <exception cref="AppException">429 after too many tries.</exception>
    public void Count(string email) => Take($"sign-in {Key(email)}");

    /// <summary>A try of somebody signed in to prove by password that it is them.</summary>
    public void CountProof(Guid personId) => Take($"proof {personId}");

    /// <summary>A mail that somebody asks us to send to this address.</summary>
    public void CountMail(string email) => Take($"mail {Key(email)}");

    public void Dispose() => _limiter.Dispose();

    private void Take(string what)
    {
        using var lease = _limiter.AttemptAcquire(what);
        if (!lease.IsAcquired)
        {
            throw AppException.TooMany((int)Window.TotalSeconds);
        }
    }

    private static string Key(string account) => account.Trim().ToUpperInvariant();

    private static PartitionedRateLimiter<string> Make(int tries) => PartitionedRateLimiter.Create<string, string>(what =>
        RateLimitPartition.GetSlidingWindowLimiter(what, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = tries,
            Window = Window,
            SegmentsPerWindow = 5,
            QueueLimit = 0,
        }), StringComparer.Ordinal);
}
