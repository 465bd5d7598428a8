using System.Security.Cryptography;
using System.Text;

namespace Baton.Server.Kernel.Jobs;

/// <summary>
/// Something to be done later, as a row: survives a restart, runs at least once, so its handler is idempotent.
/// Made in the transaction of what caused it.
/// </summary>
public sealed class Job
{
    /// <summary>After this many attempts a job rests in the dead-letter list.</summary>
    public const int MaxAttempts = 8;

    private static readonly TimeSpan AfterMidnight = TimeSpan.FromMinutes(5);

    private Job()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>What it does: the handler's name, such as <c>MailInvitation</c>.</summary>
    public string Kind { get; private init; } = "";

    public string Payload { get; private init; } = "";

    public DateTime Due { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>The lease: until then one runner has it.</summary>
    public DateTime? LeasedUntil { get; private set; }

    public string? LeasedBy { get; private set; }

    /// <summary>Set when the last attempt failed for good; the job stays until somebody looks.</summary>
    public DateTime? DeadAt { get; private set; }

    public string? LastError { get; private set; }

    public static Job Of(string kind, string payload, DateTime due) =>
        new() { Id = Guid.CreateVersion7(), Kind = kind, Payload = payload, Due = due };

    /// <summary>The one job of a kind that nothing else causes: whichever node makes it, it has the same id.</summary>
    public static Job Own(string kind, DateTime due) =>
        new()
        {
            Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(kind)).AsSpan(0, 16)),
            Kind = kind,
            Payload = "{}",
            Due = due,
        };

    /// <summary>Once more when the day (UTC) has ended: what it counts are whole days.</summary>
    public void Repeat(DateTime now) =>
        (Due, Attempts, LeasedBy, LeasedUntil, DeadAt) = (now.Date.AddDays(1) + AfterMidnight, 0, null, null, null);

    /// <summary>Tries again in 10 s, 20 s, 40 s … up to about an hour; then gives up.</summary>
    public void Fail(string error, DateTime now)
    {
        LastError = error.Length > 2000 ? error[..2000] : error;
        LeasedBy = null;
        LeasedUntil = null;
        if (Attempts >= MaxAttempts)
        {
            DeadAt = now;
        }
        else
        {
            Due = now + TimeSpan.FromSeconds(10 * Math.Pow(2, Attempts - 1));
        }
    }
}
