using Baton.Server.Kernel.Text;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>The words of a notice on a device.</summary>
internal static class NoticeText
{
    private const int LongestBody = 120;

    private static readonly Catalogue Texts = new("Features.Attention.Channels.ChannelsTexts");

    public static string Title(string language, int count) =>
        Texts.Say(language, count == 1 ? "push.one" : "push.many", count);

    public static string Body(OpenAsk ask) => PlainText.Shorten(ask.Subject, LongestBody);
}
