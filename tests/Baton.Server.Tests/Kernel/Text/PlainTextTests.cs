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
    [InlineData("")]
    [InlineData(" \u00A0\u2003")]
    [InlineData("\u200B\u200D\u200C")]
    [InlineData("\u3164\u115F\u1160\uFFA0\u2800")]
    [InlineData("\u0301\u0308")]
    [InlineData("\uFE0F\u034F")]
    public void A_name_that_would_look_empty_is_refused(string typed) =>
        Assert.Equal("name", Assert.Throws<AppException>(() => PlainText.Line("name", typed, 60)).Field);
}
