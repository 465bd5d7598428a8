using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>The address at which other programs read somebody's leave and focus, without signing in.</summary>
public sealed class CalendarFeed
{
    private CalendarFeed()
    {
    }

    /// <summary>Each person has one at most; a new one ends the one before.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>Of the secret in its address; see <see cref="SecretCode"/>.</summary>
    public string SecretHash { get; private set; } = "";

    public DateTime MadeAt { get; private set; }

    public static CalendarFeed Make(Guid personId) => new() { PersonId = personId };

    /// <summary>From now on it is read under this secret alone.</summary>
    public void OpenWith(SecretCode secret, DateTime now) => (SecretHash, MadeAt) = (secret.Hash, now);
}
