using Baton.Server.Kernel.WorkingTime;
using NodaTime;
using NodaTime.Text;

namespace Baton.Server.Tests.Kernel.WorkingTime;

/// <summary>What people would say of when their batches come.</summary>
public sealed class BatchTimesTests
{
    private static readonly WeekHours WithLunch = WeekHoursText.Read("Mo-Fr 09:00-12:00,13:00-17:00")!;

    [Theory]
    [InlineData("2026-11-23T08:00:00Z", "2026-11-23T09:00:00Z")]
    [InlineData("2026-11-23T09:00:00Z", "2026-11-23T13:30:00Z")] // three and a half of seven hours
    [InlineData("2026-11-23T13:30:00Z", "2026-11-23T16:00:00Z")]
    [InlineData("2026-11-23T16:00:00Z", "2026-11-24T09:00:00Z")]
    [InlineData("2026-11-27T16:30:00Z", "2026-11-30T09:00:00Z")]
    public void Three_come_on_a_day_of_work(string after, string batch) =>
        Assert.Equal(At(batch), In("Europe/Lisbon", WithLunch).Next(At(after)));

    [Fact]
    public void What_falls_on_the_edge_of_a_break_comes_after_it() => Assert.Equal(
        [At("2026-11-23T09:00:00Z"), At("2026-11-23T13:00:00Z"), At("2026-11-23T15:00:00Z")],
        Take(3, In("Europe/Lisbon", WeekHoursText.Read("Mo 09:00-12:00,13:00-16:00")!)));

    [Fact]
    public void A_short_day_has_fewer() => Assert.Equal(
        [At("2026-11-23T09:00:00Z"), At("2026-11-23T09:30:00Z"), At("2026-11-30T09:00:00Z")],
        Take(3, In("Europe/Lisbon", WeekHoursText.Read("Mo 09:00-10:00")!)));

    [Fact]
    public void A_night_is_one_day() => Assert.Equal(
        [At("2026-11-23T22:00:00Z"), At("2026-11-24T02:00:00Z"), At("2026-11-24T05:00:00Z")],
        Take(3, In("Europe/Lisbon", WeekHoursText.Read("Mo 22:00-06:00")!)));

    [Fact]
    public void Own_times_outside_the_hours_of_a_day_are_left_out() => Assert.Equal(
        [At("2026-11-23T10:00:00Z"), At("2026-11-23T15:00:00Z"), At("2026-11-24T10:00:00Z")],
        Take(3, In("Europe/Lisbon", WithLunch, new(10, 0), new(12, 30), new(15, 0), new(20, 0))));

    [Fact]
    public void A_day_whose_hours_hold_none_of_them_begins_with_its_batch() => Assert.Equal(
        [At("2026-11-23T09:00:00Z"), At("2026-11-24T09:00:00Z")],
        Take(2, In("Europe/Lisbon", WithLunch, new LocalTime(20, 0))));

    [Fact]
    public void Own_times_of_a_night_may_be_those_of_the_morning_after() => Assert.Equal(
        [At("2026-11-23T23:00:00Z"), At("2026-11-24T03:00:00Z"), At("2026-11-30T23:00:00Z")],
        Take(3, In("Europe/Lisbon", WeekHoursText.Read("Mo 22:00-06:00")!, new(3, 0), new(23, 0))));

    // Lisbon's clocks left out 01:00 to 02:00 on 29 March 2026, and showed it twice on 25 October.
    [Theory]
    [InlineData("2026-03-28T20:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-24T20:00:00Z", "2026-10-25T00:30:00Z")]
    public void A_time_that_is_left_out_comes_after_the_gap_and_one_that_is_shown_twice_once(
        string after, string batch)
    {
        var nights = In("Europe/Lisbon", WeekHoursText.Read("Sa 22:00-06:00")!, new LocalTime(1, 30));

        Assert.Equal(At(batch), nights.Next(At(after)));
        Assert.True(nights.Next(At(batch)) > At(batch) + Duration.FromDays(5));
    }

    [Theory]
    [InlineData("Mo 12:30-14:00", "2026-11-23T14:00:00Z")]
    [InlineData("Mo 12:30-14:00,14:00-15:00", "2026-11-23T15:00:00Z")] // side by side they are one
    [InlineData("Mo 12:30-16:30", "2026-11-23T16:30:00Z")] // both that fell into it
    [InlineData("Mo 12:30-17:00", "2026-11-24T09:00:00Z")] // its end is not worked
    public void One_that_falls_into_focus_comes_at_its_end(string focus, string batch)
    {
        var times = new BatchTimes(
            Calendar("Europe/Lisbon", WithLunch), Calendar("Europe/Lisbon", WeekHoursText.Read(focus)!), slots: null);

        Assert.Equal(At(batch), times.Next(At("2026-11-23T09:00:00Z")));
        Assert.Equal(At(batch), times.Next(At("2026-11-23T13:45:00Z")));
    }

    [Fact]
    public void Whoever_never_leaves_focus_gets_no_batch() => Assert.Null(
        new BatchTimes(
            Calendar("Etc/UTC", WeekHours.Assumed),
            Calendar("Etc/UTC", WeekHoursText.Read("Mo-Su 00:00-24:00")!),
            slots: null).Next(At("2026-11-23T09:00:00Z")));

    [Fact]
    public void Without_hours_there_is_none() =>
        Assert.Null(In("Etc/UTC", WeekHours.Covering([])).Next(At("2026-11-23T09:00:00Z")));

    [Fact]
    public void Batches_travel_with_the_person()
    {
        var calendar = Calendar("Europe/Lisbon", WeekHours.Assumed) with
        {
            Stays = [new Stay(new DateInterval(new(2026, 11, 24), new(2026, 11, 24)), Zone("Asia/Tokyo"))],
        };
        var times = new BatchTimes(calendar, focus: null, [new LocalTime(10, 0)]);
        Assert.Equal(At("2026-11-24T01:00:00Z"), times.Next(At("2026-11-23T10:00:00Z")));
        Assert.Equal(At("2026-11-25T10:00:00Z"), times.Next(At("2026-11-24T01:00:00Z")));
    }

    [Theory]
    [InlineData("09:00")]
    [InlineData("09:00,13:00,16:00,17:00,18:00,19:00")]
    public void Slots_are_read_and_written(string text) => Assert.Equal(text, BatchSlots.Write(BatchSlots.Read(text)!));

    [Theory]
    [InlineData("")]
    [InlineData("9:00")]
    [InlineData("24:00")]
    [InlineData("09:00,09:00")]
    [InlineData("09:00,10:00,11:00,12:00,13:00,14:00,15:00")]
    public void What_are_no_slots_is_not_read(string text) => Assert.Null(BatchSlots.Read(text));

    [Theory]
    [InlineData("Mo 09:00-11:00", "Mo 10:00-12:00", "Mo 09:00-11:00,11:00-12:00")]
    [InlineData("Su 22:00-06:00", "Mo 05:00-09:00", "Mo 06:00-09:00; Su 22:00-06:00")]
    [InlineData("Mo 05:00-09:00", "Su 22:00-06:00", "Mo 06:00-09:00; Su 22:00-06:00")]
    [InlineData("Mo 09:00-10:00", "Mo 08:00-12:00", "Mo 08:00-12:00")]
    public void Weeks_that_overlap_are_covered_by_one(string one, string other, string both) => Assert.Equal(
        both, WeekHoursText.Write(WeekHours.Covering([WeekHoursText.Read(one)!, WeekHoursText.Read(other)!])));

    private static List<Instant> Take(int count, BatchTimes times)
    {
        var taken = new List<Instant> { times.Next(At("2026-11-23T00:00:00Z"))!.Value };
        while (taken.Count < count)
        {
            taken.Add(times.Next(taken[^1])!.Value);
        }

        return taken;
    }

    private static BatchTimes In(string zone, WeekHours week, params LocalTime[] slots) =>
        new(Calendar(zone, week), focus: null, slots is [] ? null : slots);

    private static WorkCalendar Calendar(string zone, WeekHours week) => new(Zone(zone), week);

    private static Instant At(string text) => InstantPattern.General.Parse(text).Value;

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];
}
