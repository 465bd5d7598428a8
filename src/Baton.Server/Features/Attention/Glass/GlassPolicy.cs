using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Calendars;
using NodaTime;

namespace Baton.Server.Features.Attention.Glass;

/// <summary>
/// A change of the workspace's limits, kept for good (Q4): who made it, and what it replaced. Less holds at once; more
/// begins for each person when they next begin to work, so that nobody's quiet gets thinner overnight.
/// </summary>
public sealed class GlassPolicy
{
    private GlassPolicy()
    {
    }

    public Guid Id { get; private init; }

    public Guid ById { get; private init; }

    public DateTime At { get; private init; }

    public int SentBefore { get; private init; }

    public int Sent { get; private init; }

    public int ReceivedBefore { get; private init; }

    public int Received { get; private init; }

    public static GlassPolicy Of(WorkspaceResponse before, WorkspaceResponse after, Guid byId, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ById = byId,
        At = now,
        SentBefore = before.BreakGlassSent,
        Sent = after.BreakGlassSent,
        ReceivedBefore = before.BreakGlassReceived,
        Received = after.BreakGlassReceived,
    };

    /// <summary>What holds for somebody now.</summary>
    /// <param name="newestFirst">All changes so far; at least one.</param>
    internal static (int Sent, int Received) InForce(
        IReadOnlyList<GlassPolicy> newestFirst, PersonCalendar person, DateTime now)
    {
        var (sent, received) = (newestFirst[^1].SentBefore, newestFirst[^1].ReceivedBefore);
        foreach (var change in newestFirst.Reverse())
        {
            (sent, received) = change.HasBegunFor(person, now)
                ? (change.Sent, change.Received)
                : (Math.Min(sent, change.Sent), Math.Min(received, change.Received));
        }

        return (sent, received);
    }

    private bool HasBegunFor(PersonCalendar person, DateTime now)
    {
        var at = Instant.FromDateTimeUtc(At);
        var hours = person.HoursFrom(at);
        var start = !hours.IsWorking(at) ? hours.NextWorking(at)
            : hours.EndOfWork(at) is { } end ? hours.NextWorking(end)
            // Whose work never ends begins anew with every day.
            : at + Duration.FromDays(1);
        return start <= Instant.FromDateTimeUtc(now);
    }
}
