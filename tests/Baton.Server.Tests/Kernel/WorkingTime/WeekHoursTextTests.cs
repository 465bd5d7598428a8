using Baton.Server.Kernel.WorkingTime;
using CsCheck;

namespace Baton.Server.Tests.Kernel.WorkingTime;

public sealed class WeekHoursTextTests
{
    [Theory]
    [InlineData("Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00")]
    [InlineData("Mo-Th 09:00-12:00,13:00-17:00; Fr 09:00-13:00", "Mo-Th 09:00-12:00,13:00-17:00; Fr 09:00-13:00")]
    [InlineData("Mo,We,Th 09:00-12:00", "Mo 09:00-12:00; We-Th 09:00-12:00")]
    [InlineData("Sa-Mo 22:00-06:00", "Mo 22:00-06:00; Sa-Su 22:00-06:00")]
    [InlineData("Mo 13:00-17:00; Mo 09:00-12:00", "Mo 09:00-12:00,13:00-17:00")]
    [InlineData("Mo-Su 00:00-24:00", "Mo-Su 00:00-24:00")]
    [InlineData("Mo-Su 00:00-00:00", "Mo-Su 00:00-24:00")]
    public void A_week_is_read_and_written(string text, string written) =>
        Assert.Equal(written, WeekHoursText.Write(WeekHoursText.Read(text)!));

    [Theory]
    [InlineData("")]
    [InlineData("Mo")]
    [InlineData("09:00-17:00")]
    [InlineData("Mo 9-17")]
    [InlineData("Mo 09:00-25:00")]
    [InlineData("Mo 09:60-10:00")]
    [InlineData("Mo 24:00-06:00")]
    [InlineData("Mo 09:00-12:00,11:00-17:00")]
    [InlineData("Mo 22:00-06:00; Tu 05:00-09:00")]
    [InlineData("Su 22:00-06:00; Mo 05:00-09:00")]
    [InlineData("Mo 09:00-17:00;")]
    [InlineData("PH off")]
    public void What_is_not_a_week_is_not_read(string text) => Assert.Null(WeekHoursText.Read(text));

    [Fact]
    public void Whatever_is_written_is_read_as_it_was() => Calendars.Unusual
        .Where(drawn => !drawn.Calendar.Week.IsEmpty)
        .Sample((calendar, _) =>
        {
            var written = WeekHoursText.Write(calendar.Week);
            Assert.Equal(written, WeekHoursText.Write(WeekHoursText.Read(written)!));
        });
}
