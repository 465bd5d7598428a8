using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Kernel.WorkingTime;
using NodaTime;

namespace Baton.Server.Features.Attention.Asks;

/// <summary>What an envelope's wish is for one person: instants by their own calendar.</summary>
/// <param name="At">By when they are asked to respond; null for whenever.</param>
/// <param name="LapseAt">When the ask ends by itself.</param>
/// <param name="Worked">Working time they have until then.</param>
public sealed record RespondBy(Instant? At, Instant LapseAt, Duration Worked)
{
    /// <summary>After so long it lapses of somebody who has no hours at all: in silence it never ends.</summary>
    private static readonly Duration WithoutHours = Duration.FromDays(60);

    /// <summary>Before a date it is looked so far back for the last work before it.</summary>
    private static readonly Duration LookedThrough = Duration.FromDays(60);

    /// <param name="from">When they were asked.</param>
    public static RespondBy Of(Envelope envelope, PersonCalendar person, Instant from)
    {
        var hours = person.HoursFrom(from);
        var at = envelope.Urgency switch
        {
            Urgency.InTime => hours.AddWorkingTime(from, Duration.FromMinutes(envelope.RespondIn!.Value)),
            Urgency.ByDate => EndOfWork(
                LocalDate.FromDateOnly(envelope.RespondOn!.Value), person.Hours, hours, from),
            Urgency.NextWorkingDay => EndOfNextDay(person.Hours, hours, from),
            _ => null,
        };
        // A task stays theirs when its date has passed; a question is over.
        var lapse = at is { } date && envelope.Kind == PostKind.Message
            ? date
            : hours.AddWorkingTime(at ?? from, Duration.FromMinutes(LapseAfter(envelope))) ?? from + WithoutHours;
        return new RespondBy(at, lapse, hours.WorkingTimeBetween(from, lapse));
    }

    /// <summary>
    /// The end of their work on that date, or of the last work before it; of a date without any, the end of the day.
    /// </summary>
    private static Instant EndOfWork(LocalDate date, WorkCalendar calendar, WorkingHours hours, Instant from)
    {
        // Where they are that date may be over already: they have until the end of today.
        var day = LocalDate.Max(date, Today(calendar, from));
        var end = calendar.ZoneOn(day).AtStartOfDay(day.PlusDays(1)).ToInstant();
        var far = end - from > LookedThrough;
        var lately = far ? new WorkingHours(calendar, end - LookedThrough) : hours;
        return lately.Between(far ? end - LookedThrough : from, end)
            .Select(worked => (Instant?)worked.End).LastOrDefault() ?? end;
    }

    // What could not wait is over after a day.
    private static int LapseAfter(Envelope envelope) =>
        envelope.Urgency == Urgency.BreakGlass ? Envelope.DefaultMinutes : Envelope.LongestMinutes;

    private static LocalDate Today(WorkCalendar calendar, Instant at) =>
        at.InZone(calendar.ZoneOn(at.InZone(calendar.Zone).Date)).Date;

    private static Instant? EndOfNextDay(WorkCalendar calendar, WorkingHours hours, Instant from)
    {
        var today = Today(calendar, from);
        var tomorrow = calendar.ZoneOn(today.PlusDays(1)).AtStartOfDay(today.PlusDays(1)).ToInstant();
        return hours.NextWorking(Instant.Max(from, tomorrow)) is { } next
            ? EndOfWork(Today(calendar, next), calendar, hours, from)
            : null;
    }
}
