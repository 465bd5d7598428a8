using System.Globalization;
using Baton.Server.Features.Tasks;

namespace Baton.Server.Tests.Features.Tasks;

public sealed class TaskDateTests
{
    [Theory]
    [InlineData("2026-11-27", "15:00", "Europe/Lisbon", "2026-11-27T15:00:00Z")]
    [InlineData("2026-11-27", "15:00", "Asia/Tokyo", "2026-11-27T06:00:00Z")]
    [InlineData("2026-11-27", "20:30", "America/Denver", "2026-11-28T03:30:00Z")]
    [InlineData("2027-03-28", "01:30", "Europe/Lisbon", "2027-03-28T01:30:00Z")] // skipped: half past one becomes half past two
    [InlineData("2026-10-25", "01:30", "Europe/Lisbon", "2026-10-25T00:30:00Z")] // twice: the first
    public void A_time_in_a_zone_is_an_instant(string date, string time, string zone, string expected) =>
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture).ToUniversalTime(),
            new TaskDate(date, time, zone).End());

    [Fact]
    public void A_day_lasts_from_its_first_to_its_last_moment()
    {
        Assert.Equal(new DateTime(2026, 11, 27, 0, 0, 0, DateTimeKind.Utc), new TaskDate("2026-11-27").Begin());
        Assert.Equal(new DateTime(2026, 11, 27, 23, 59, 59, 999, DateTimeKind.Utc), new TaskDate("2026-11-27").End());
    }

    [Theory]
    [InlineData("2026-11-27", null, null)]
    [InlineData("2026-11-27", "15:00", "America/Argentina/ComodRivadavia")]
    public void It_is_stored_as_it_was_said(string date, string? time, string? zone)
    {
        var said = new TaskDate(date, time, zone);

        Assert.Equal(said, TaskDate.Parse(said.ToString()));
        Assert.True(said.ToString().Length <= TaskDate.MaxLength);
    }
}
