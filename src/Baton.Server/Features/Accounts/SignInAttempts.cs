using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.Extensions.Options;

namespace Baton.Server.Features.Accounts;

/// <summary>
/// Limits guessing at one account, and mails to one address, whoever asks and whether or not the account exists: a few
/// tries in a quarter of an hour. A try counts from its beginning, so that many at the same moment are no way around,
/// and one that succeeds is taken back. The limit by network address sits on the route.
/// </summary>
public sealed class SignInAttempts(IOptions<BatonSettings> settings, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, List<DateTime>> _tries = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private DateTime _swept;

    /// <summary>A try to sign in to the account of this address, with its password.</summary>
    /// <exception cref="AppException">429 after too many tries.</exception>
    public Attempt Count(string email) => Take($"sign-in {Key(email)}");

    /// <summary>A try of somebody signed in to prove by password that it is them.</summary>
    public Attempt CountProof(Guid personId) => Take($"proof {personId}");

    /// <summary>A mail that somebody asks us to send to this address.</summary>
    public void CountMail(string email) => Take($"mail {Key(email)}");

    private Attempt Take(string what)
    {
        lock (_lock)
        {
            var now = clock.UtcNow();
            Sweep(now);
            if (!_tries.TryGetValue(what, out var tries))
            {
                _tries[what] = tries = [];
            }

            tries.RemoveAll(at => at <= now - Window);
            if (tries.Count >= settings.Value.Limits.TriesPerAccount)
            {
                throw AppException.TooMany((int)Math.Ceiling((tries[0] + Window - now).TotalSeconds));
            }

            tries.Add(now);
            return new Attempt(() => TakeBack(tries, now));
        }
    }

    private void TakeBack(List<DateTime> tries, DateTime at)
    {
        lock (_lock)
        {
            tries.Remove(at);
        }
    }

    // Addresses that nobody tries any more.
    private void Sweep(DateTime now)
    {
        if (now - _swept >= SweepEvery)
        {
            _swept = now;
            foreach (var (what, _) in _tries.Where(t => t.Value.TrueForAll(at => at <= now - Window)))
            {
                _tries.Remove(what);
            }
        }
    }

    private static string Key(string account) => account.Trim().ToUpperInvariant();
}

/// <summary>A try that counts as failed until it is said that it was not.</summary>
public sealed class Attempt(Action takeBack)
{
    public void Succeeded() => takeBack();
}
