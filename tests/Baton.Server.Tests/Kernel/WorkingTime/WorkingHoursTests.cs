using Baton.Server.Kernel.WorkingTime;
using NodaTime;
using NodaTime.Text;

namespace Baton.Server.Tests.Kernel.WorkingTime;

/// <summary>What people would say of their own weeks.</summary>
public sealed class WorkingHoursTests
{
    private static readonly WorkInterval Night = new(22 * 60, 30 * 60);

    [Theory]
    [InlineData("2026-11-23T08:59:59Z", false)]
    [InlineData("2026-11-23T09:00:00Z", true)]
    [InlineData("2026-11-23T16:59:59Z", true)]
    [InlineData("2026-11-23T17:00:00Z", false)]
    [InlineData("2026-11-28T12:00:00Z", false)]
    public void Whoever_has_not_said_works_from_Monday_to_Friday_nine_to_five(string at, bool works) =>
        Assert.Equal(works, In("Europe/Lisbon", WeekHours.Assumed).IsWorking(At(at)));

    [Theory]
    [InlineData("2026-11-23T16:00:00Z", 1, "2026-11-23T17:00:00Z")] // the end of the day, not the morning after
    [InlineData("2026-11-23T16:00:00Z", 2, "2026-11-24T10:00:00Z")]
    [InlineData("2026-11-27T16:00:00Z", 9, "2026-11-30T17:00:00Z")] // over a weekend
    [InlineData("2026-11-21T12:00:00Z", 8, "2026-11-23T17:00:00Z")] // begun on a Saturday
    [InlineData("2026-11-21T12:00:00Z", 0, "2026-11-23T09:00:00Z")]
    public void Working_time_is_added_to_working_time(string at, int hours, string expected) =>
        Assert.Equal(At(expected),
            In("Europe/Lisbon", WeekHours.Assumed).AddWorkingTime(At(at), Duration.FromHours(hours)));

    [Fact]
    public void A_working_day_in_Tokyo_is_over_before_Denver_begins()
    {
        var friday = At("2026-11-27T15:00:00Z");
        var day = Duration.FromHours(8);
        Assert.Equal(At("2026-11-30T08:00:00Z"), In("Asia/Tokyo", WeekHours.Assumed).AddWorkingTime(friday, day));
        Assert.Equal(At("2026-11-28T00:00:00Z"), In("America/Denver", WeekHours.Assumed).AddWorkingTime(friday, day));
    }

    // Lisbon's clocks left out 01:00 to 02:00 on 29 March 2026, and showed it twice on 25 October.
    [Theory]
    [InlineData("2026-03-28T12:00:00Z", 7)]
    [InlineData("2026-10-24T12:00:00Z", 9)]
    public void A_night_in_which_the_clocks_change_is_as_long_as_it_is(string before, int hours)
    {
        var nights = In("Europe/Lisbon", WeekHours.On(Night, IsoDayOfWeek.Saturday));
        Assert.Equal(
            Duration.FromHours(hours),
            nights.WorkingTimeBetween(At(before), At(before) + Duration.FromDays(1)));
    }

    [Fact]
    public void The_night_from_Sunday_to_Monday_is_worked_in_the_next_week()
    {
        var nights = In("Etc/UTC", WeekHours.On(Night, IsoDayOfWeek.Sunday));
        Assert.True(nights.IsWorking(At("2026-11-30T05:59:00Z")));
        Assert.Equal(At("2026-12-06T22:00:00Z"), nights.NextWorking(At("2026-11-30T06:00:00Z")));
    }

    [Fact]
    public void Days_off_are_not_worked_and_the_night_before_them_is()
    {
        var calendar = new WorkCalendar(DateTimeZone.Utc,
            WeekHours.On(Night, IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday))
        {
            DaysOff = [new DateInterval(new(2026, 11, 24), new(2026, 11, 24))],
        };
        var nights = Of(calendar);
        Assert.True(nights.IsWorking(At("2026-11-24T03:00:00Z")));
        Assert.Equal(At("2026-11-30T22:00:00Z"), nights.NextWorking(At("2026-11-24T06:00:00Z")));
    }

    [Fact]
    public void A_free_afternoon_is_not_worked()
    {
        var calendar = new WorkCalendar(DateTimeZone.Utc, WeekHours.Assumed)
        {
            HoursOff = [new HoursOff(new(2026, 11, 25), new(13 * 60, 17 * 60))],
        };
        Assert.Equal(At("2026-11-26T10:00:00Z"),
            Of(calendar).AddWorkingTime(At("2026-11-25T12:00:00Z"), Duration.FromHours(2)));
    }

    [Fact]
    public void A_day_is_worked_instead_of_another()
    {
        var calendar = new WorkCalendar(DateTimeZone.Utc, WeekHours.Assumed)
        {
            Swaps = [new Swap(Free: new(2026, 11, 27), Worked: new(2026, 11, 28))],
        };
        var hours = Of(calendar);
        Assert.False(hours.IsWorking(At("2026-11-27T12:00:00Z")));
        Assert.True(hours.IsWorking(At("2026-11-28T12:00:00Z")));
    }

    [Fact]
    public void Hours_travel_with_the_person()
    {
        var calendar = new WorkCalendar(Zone("Europe/Lisbon"), WeekHours.Assumed)
        {
            Stays = [new Stay(new DateInterval(new(2026, 11, 24), new(2026, 11, 25)), Zone("Asia/Tokyo"))],
        };
        var hours = Of(calendar);
        Assert.Equal(At("2026-11-24T00:00:00Z"), hours.NextWorking(At("2026-11-23T17:00:00Z")));
        Assert.Equal(At("2026-11-26T09:00:00Z"), hours.NextWorking(At("2026-11-25T08:00:00Z")));
    }

    [Fact]
    public void A_day_that_the_zone_left_out_is_worked_by_nobody()
    {
        var hours = In("Pacific/Apia", WeekHours.Assumed);
        var (thursdayEvening, monday) = (At("2011-12-30T03:00:00Z"), At("2012-01-01T19:00:00Z"));
        Assert.Equal(monday, hours.NextWorking(thursdayEvening));
    }

    [Fact]
    public void Without_any_hours_nothing_is_ever_worked()
    {
        var hours = In("Etc/UTC", new WeekHours(new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkInterval>>()));
        Assert.Null(hours.NextWorking(Now));
        Assert.Null(hours.AddWorkingTime(Now, Duration.FromHours(1)));
        Assert.Equal(Duration.Zero, hours.WorkingTimeBetween(Now, Now + Duration.FromDays(100)));
    }

    [Fact]
    public void Two_people_overlap_where_both_work()
    {
        var within = new Interval(At("2026-11-23T00:00:00Z"), At("2026-11-24T00:00:00Z"));
        var (lisbon, denver) = (In("Europe/Lisbon", WeekHours.Assumed), In("America/Denver", WeekHours.Assumed));
        Assert.Equal(
            [new Interval(At("2026-11-23T16:00:00Z"), At("2026-11-23T17:00:00Z"))],
            Overlap.Of([lisbon, denver], within));
        Assert.Empty(Overlap.Of([lisbon, denver, In("Asia/Tokyo", WeekHours.Assumed)], within));
        Assert.Empty(Overlap.Of([], within));
    }

    [Theory]
    [InlineData(540, 540)]
    [InlineData(540, 500)]
    [InlineData(-1, 60)]
    [InlineData(1440, 1500)]
    [InlineData(60, 1501)]
    public void What_is_no_interval_of_a_day_is_refused(int start, int end) =>
        Assert.Throws<ArgumentException>(() => WeekHours.On(new(start, end), IsoDayOfWeek.Monday));

    [Theory]
    [InlineData(IsoDayOfWeek.Sunday)]
    [InlineData(IsoDayOfWeek.Wednesday)]
    public void Intervals_that_overlap_across_midnight_are_refused(IsoDayOfWeek day) =>
        Assert.Throws<ArgumentException>(() => new WeekHours(new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkInterval>>
        {
            [day] = [Night],
            [day == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : day + 1] = [new(5 * 60, 13 * 60)],
        }));

    [Theory]
    [InlineData(9, 17, "09:00-17:00", 480)]
    [InlineData(22, 6, "22:00-06:00", 480)]
    [InlineData(0, 0, "00:00-24:00", 1440)]
    public void An_end_before_the_start_is_on_the_next_day(int start, int end, string text, int minutes)
    {
        var interval = WorkInterval.Of(new LocalTime(start, 0), new LocalTime(end, 0));
        Assert.Equal((text, minutes), (interval.ToString(), interval.End - interval.Start));
    }

    private static Instant Now { get; } = At("2026-11-23T09:00:00Z");

    private static Instant At(string text) => InstantPattern.General.Parse(text).Value;

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static WorkingHours In(string zone, WeekHours week) => Of(new WorkCalendar(Zone(zone), week));

    private static WorkingHours Of(WorkCalendar calendar) => new(calendar, At("2010-01-01T00:00:00Z"));
}
