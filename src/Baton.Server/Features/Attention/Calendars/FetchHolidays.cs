using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Outside;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>Once a day: a job for each address that holidays come from, however many people they are for.</summary>
public sealed class RefreshHolidays(BatonDb db, TimeProvider clock) : IJob
{
    public const string Kind = "RefreshHolidays";

    public async Task Run(string payload, CancellationToken cancel)
    {
        var urls = await db.HolidayCalendars.Where(c => c.Url != null)
            .Select(c => c.Url!).Distinct().ToListAsync(cancel);
        db.Jobs.AddRange(urls.Select(url => Job.Of(FetchHolidays.Kind, url, clock.UtcNow())));
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>
/// Fetches one address anew, for all who take their holidays from it. What cannot be fetched is kept as it was and said
/// to be missed: tomorrow is another day.
/// </summary>
public sealed class FetchHolidays(HolidaySource source, BatonDb db, TimeProvider clock) : IJob
{
    public const string Kind = "FetchHolidays";

    /// <param name="payload">The address.</param>
    public async Task Run(string payload, CancellationToken cancel)
    {
        var (file, problem) = await Fetch(payload, cancel);
        var calendars = await (
            from calendar in db.HolidayCalendars
            join person in db.People on calendar.PersonId equals person.Id
            where calendar.Url == payload
            select new { Calendar = calendar, Person = person }).ToListAsync(cancel);
        foreach (var (calendar, person) in calendars.Select(found => (found.Calendar, found.Person)))
        {
            if (file is null ? calendar.Miss(problem) : calendar.Take(
                calendar.Name, payload, file.Holidays, clock.UtcNow()))
            {
                CalendarChange.Announce(
                    person, calendar.Id, new { Holidays = HolidayCalendarResponse.From(calendar) }, db,
                    clock.UtcNow());
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task<(HolidayFile? File, string Problem)> Fetch(string url, CancellationToken cancel)
    {
        try
        {
            return (HolidayFile.Read(await source.Fetch(url, cancel), clock.UtcNow().Year), "no-holidays");
        }
        catch (OutsideException failed)
        {
            return (null, failed.Fault == OutsideFault.TooLarge ? "too-large" : "unreachable");
        }
    }
}
