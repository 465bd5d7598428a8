using Baton.Server.Features.Attention.Asks;
using NodaTime;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>
/// Where each of a person's items stands: every one is counted exactly once, so that whoever reads the sum knows that
/// nothing else waits.
/// </summary>
/// <param name="Done">Closed, in whatever way.</param>
/// <param name="Taken">They said that they would do it.</param>
/// <param name="Tomorrow">It comes tomorrow, by the calendar day where they are.</param>
/// <param name="Later">It comes after that, or when they next have working time.</param>
/// <param name="Waiting">It waits for them now.</param>
public sealed record Closing(int Done, int Taken, int Tomorrow, int Later, int Waiting)
{
    public int Total => Done + Taken + Tomorrow + Later + Waiting;

    /// <param name="entries">Of these items, in the order of their numbers.</param>
    public static Closing Of(IEnumerable<LedgerEntry> entries, Instant now, DateTimeZone zone)
    {
        var tomorrow = now.InZone(zone).Date.PlusDays(1);
        var counts = entries.GroupBy(e => e.ItemId).Select(item => Where(item.Last())).CountBy(where => where)
            .ToDictionary();
        return new Closing(Count(Place.Done), Count(Place.Taken), Count(Place.Tomorrow), Count(Place.Later),
            Count(Place.Waiting));

        int Count(Place where) => counts.GetValueOrDefault(where);

        Place Where(LedgerEntry last) => last switch
        {
            _ when last.State.IsClosed() => Place.Done,
            { State: AddresseeState.Taken } => Place.Taken,
            { State: AddresseeState.Queued, Due: null } => Place.Later,
            { State: AddresseeState.Queued, Due: { } due } => On(due),
            { Act: Act.Snoozed, Due: { } due } => On(due),
            _ => Place.Waiting,
        };

        Place On(DateTime due)
        {
            var day = Instant.FromDateTimeUtc(due).InZone(zone).Date;
            return day < tomorrow ? Place.Waiting : day == tomorrow ? Place.Tomorrow : Place.Later;
        }
    }

    private enum Place
    {
        Done,
        Taken,
        Tomorrow,
        Later,
        Waiting,
    }
}
