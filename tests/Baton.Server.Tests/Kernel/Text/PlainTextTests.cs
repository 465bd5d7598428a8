using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Tests.Kernel.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("  Ada\t Lund ", "Ada Lund")]
    [InlineData("Ada\u202Emoc.live", "Adamoc.live")]
    [InlineData("A\u200Bd\u2060a\uFEFF", "Ada")]
    [InlineData("Zoe\u0308", "Zo\u00EB")]
    [InlineData("\u3164Ada\u2800", "Ada")]
    [InlineData("👩\u200D🚀 Mei", "👩\u200D🚀 Mei")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("美咲", "美咲")]
    public void A_name_is_kept_without_what_cannot_be_seen(string typed, string kept) =>
        Assert.Equal(kept, PlainText.Line("name", typed, 60));

    [Theory]
    [InlineData("A\u200Dda")]
    [InlineData("Ad\u200Ca")]
    [InlineData("Ada\u200D")]
    [InlineData("\u200DAda")]
    [InlineData("Ada\U000E0041")]
    [InlineData("Ada\U000E0067\U000E007F")]
    [InlineData("Ada\u034F")]
    [InlineData("A\u034Fda")]
    [InlineData("Ada\uFE0F")]
    [InlineData("A\uFE00da")]
    [InlineData("Ada\U000E0100")]
    [InlineData("A\u180Bda")]
    [InlineData("Ada\u17B5")]
    public void What_shows_nothing_where_it_stands_is_taken_away(string typed) =>
        Assert.Equal("Ada", PlainText.Line("name", typed, 60));

    [Theory]
    [InlineData("علی\u200Cرضا")]
    [InlineData("پی\u0651\u200Cام")]
    [InlineData("क्\u200Dष")]
    [InlineData("क्\u200Cष")]
    [InlineData("ශ්\u200Dරී")]
    [InlineData("র\u200D্যাব")]
    [InlineData("നന്\u200D")]
    [InlineData("葛\U000E0100城")]
    [InlineData("👨\u200D👩\u200D👧\u200D👦")]
    [InlineData("👩🏽\u200D🚀")]
    [InlineData("❤\uFE0F")]
    [InlineData("❤\uFE0F\u200D🔥 Mei")]
    [InlineData("🏳\uFE0F\u200D🌈")]
    [InlineData("🏴\u200D☠\uFE0F")]
    [InlineData("1\uFE0F\u20E3")]
    [InlineData("🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F Ada")]
    public void What_shows_stays(string typed) => Assert.Equal(typed, PlainText.Line("name", typed, 60));

    [Theory]
    [InlineData("👩\u200D\u200D🚀", "👩\u200D🚀")]
    [InlineData("👩 \u200D🚀", "👩 🚀")]
    [InlineData("🏴\U000E0067\U000E0062", "🏴")]
    [InlineData("🏴\U000E007F", "🏴")]
    [InlineData("عل\u200Dی", "علی")]
    [InlineData("دا\u200Cدا", "دادا")]
    [InlineData("Zoe\u034F\u0308", "Zo\u00EB")]
    public void What_was_between_leaves_the_rest_whole(string typed, string kept) =>
        Assert.Equal(kept, PlainText.Line("name", typed, 60));

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0\u2003")]
    [InlineData("\u200B\u200D\u200C")]
    [InlineData("\u3164\u115F\u1160\uFFA0\u2800")]
    [InlineData("\u0301\u0308")]
    [InlineData("\uFE0F\u034F")]
    public void A_name_that_would_look_empty_is_refused(string typed) =>
        Assert.Equal("name", Assert.Throws<AppException>(() => PlainText.Line("name", typed, 60)).Field);
}
