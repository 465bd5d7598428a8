using Baton.Server.Kernel.WorkingTime;
using CsCheck;
using NodaTime;

namespace Baton.Server.Tests.Kernel.WorkingTime;

/// <summary>
/// Whatever the hours, the focus and the slots: over nights, journeys, and days on which the clocks change.
/// </summary>
public sealed class BatchTimesPropertyTests
{
    [Fact]
    public void A_batch_comes_after_the_moment_in_hours_and_not_in_focus() => Drawn.Sample(drawn =>
    {
        foreach (var after in drawn.Moments)
        {
            if (drawn.Times.Next(after) is { } batch)
            {
                Assert.True(batch > after, $"{batch} is not after {after}.");
                Assert.True(WallClock.IsWorked(drawn.Calendar, batch), $"{batch} is not worked.");
                Assert.False(WallClock.IsWorked(drawn.Focus, batch), $"{batch} is in focus.");
            }
        }
    });

    [Fact]
    public void No_batch_is_left_out_by_asking_earlier() => Drawn.Sample(drawn =>
    {
        foreach (var (first, second) in drawn.Moments.Zip(drawn.Moments.Skip(1)))
        {
            var (early, late) = (drawn.Times.Next(first), drawn.Times.Next(second));
            Assert.Equal(late, early > second ? early : late);
            Assert.False(early is null && late is not null);
            Assert.False(early > late);
        }
    });

    [Fact]
    public void Without_focus_a_day_that_is_worked_has_its_batches() => Drawn.Sample(drawn =>
    {
        var times = new BatchTimes(drawn.Calendar, focus: null, drawn.Slots);
        for (var day = drawn.Monday; day < drawn.Monday.PlusDays(9); day = day.PlusDays(1))
        {
            if (WallClock.WorkedOf(drawn.Calendar, day).ToList() is [var first, ..] worked)
            {
                var batch = times.Next(first.Start - Duration.Epsilon);
                Assert.NotNull(batch);
                Assert.True(drawn.Slots is null ? batch == first.Start : batch < worked[^1].End);
            }
        }
    });

    [Fact]
    public void Whoever_is_elsewhere_may_move_house_without_noticing() =>
        Gen.Select(Drawn, Calendars.Unusual, Gen.Int[0, 8], Gen.Int[0, 5]).Sample((drawn, other, from, more) =>
        {
            var days = new DateInterval(drawn.Monday.PlusDays(from), drawn.Monday.PlusDays(from + more));
            var away = drawn.Calendar with { Stays = [new Stay(days, other.Calendar.Zone)] };
            var moved = away with { Zone = Elsewhere };
            foreach (var day in days)
            {
                Assert.Equal(WallClock.WorkedOf(away, day), WallClock.WorkedOf(moved, day));
            }
        });

    [Fact]
    public void Own_slots_are_times_of_the_clock_on_the_wall() => Drawn.Where(drawn => drawn.Slots is not null)
        .Sample(drawn =>
        {
            var times = new BatchTimes(drawn.Calendar, focus: null, drawn.Slots);
            foreach (var batch in drawn.Moments.Select(times.Next).OfType<Instant>())
            {
                var around = batch.InUtc().Date;
                Assert.Contains(
                    Enumerable.Range(-3, 6).Select(around.PlusDays), day => IsSlotOrStart(drawn, day, batch));
            }
        });

    private static bool IsSlotOrStart(Drawing drawn, LocalDate day, Instant batch)
    {
        var (zone, worked) = (drawn.Calendar.ZoneOn(day), WallClock.WorkedOf(drawn.Calendar, day).ToList());
        var shown = batch.InZone(zone).TimeOfDay;
        var afterGap = zone.GetZoneInterval(batch) is { HasStart: true } rule && rule.Start == batch;
        return worked is [var first, ..]
            && (batch == first.Start || afterGap || drawn.Slots!.Contains(shown));
    }

    private static readonly Gen<IReadOnlyList<LocalTime>?> Slots =
        Gen.Int[0, 95].Array[0, 6].Select(IReadOnlyList<LocalTime>? (quarters) => quarters.Length == 0
            ? null
            : [.. quarters.Distinct().Order().Select(quarter => new LocalTime(quarter / 4, quarter % 4 * 15))]);

    private static readonly DateTimeZone Elsewhere = DateTimeZoneProviders.Tzdb["Pacific/Kiritimati"];

    private static readonly Gen<Drawing> Drawn =
        from hours in Calendars.Unusual
        from focus in Calendars.Unusual
        from slots in Slots
        from moments in Gen.Int[0, 9 * 24 * 60].Array[8]
        let calendar = hours.Calendar
        let blocks = focus.Calendar with { Zone = calendar.Zone, Stays = calendar.Stays }
        select new Drawing(
            calendar, blocks, slots, hours.Monday, new BatchTimes(calendar, blocks, slots),
            [.. moments.Order().Select(m => hours.Monday.AtMidnight().InUtc().ToInstant() + Duration.FromMinutes(m))]);

    private sealed record Drawing(
        WorkCalendar Calendar, WorkCalendar Focus, IReadOnlyList<LocalTime>? Slots, LocalDate Monday, BatchTimes Times,
        IReadOnlyList<Instant> Moments);
}
