using System.Globalization;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Kernel.Mail;
using Baton.Server.Kernel.Text;
using NodaTime;

namespace Baton.Server.Features.Attention.Channels;

public sealed record DigestReader(Guid Id, string Name, string Email, string Language);

/// <summary>
/// What waits for somebody, as a mail in their language and by the clock where they are. All of one day make one
/// conversation: they have the same subject, and name the same mail before them.
/// </summary>
internal static class DigestText
{
    /// <summary>The rest is in the inbox.</summary>
    private const int MostAsks = 50;

    private static readonly Catalogue Texts = new("Features.Attention.Channels.ChannelsTexts");

    public static OutgoingMail Write(Dispatch dispatch, DigestReader reader, Uri url)
    {
        var (language, asks) = (reader.Language, dispatch.Asks);
        var culture = CultureInfo.GetCultureInfo(language);
        var now = Instant.FromDateTimeUtc(dispatch.Permit.At);
        var zone = dispatch.Calendar.ZoneAt(now);
        var today = now.InZone(zone).Date;
        var rest = asks.Count - MostAsks;
        string Say(string key, params object[] gaps) => Texts.Say(language, key, gaps);

        return new OutgoingMail(
            reader.Email,
            dispatch.Glass is null
                ? Say("digest.subject", today.ToString(Say("digest.date"), culture))
                : Say("glass.subject", asks[0].ByName),
            [Say("digest.greeting", reader.Name), .. About()],
            Say("digest.inbox"),
            new Uri(url, "/inbox"),
            [
                .. rest > 0 ? [Say("digest.rest", rest)] : Array.Empty<string>(),
                Say(dispatch.Glass is null ? "digest.why" : "glass.why", asks[0].ByName),
            ])
        {
            Items = [.. asks.Take(MostAsks).Select(ask => new MailItem(
                ask.Subject.Length > 0 ? ask.Subject : Say("digest.noWords"),
                Detail(ask),
                new Uri(url, ask.Kind == PostKind.Task ? $"/t/{ask.PostId}" : $"/m/{ask.PostId}")))],
            Id = $"batch.{dispatch.Attempt.BatchId:N}@{url.Host}",
            Thread = dispatch.Glass is not null ? null : $"day.{Date(today)}.{reader.Id:N}@{url.Host}",
            Unsubscribe = new Uri(url, "/settings/notifications"),
        };

        string[] About() => dispatch.Glass is { } glass
            ? [Say($"glass.{glass.Reason}", asks[0].ByName), Say("glass.breaks", glass.Breaks)]
            : [Say(asks.Count == 1 ? "digest.one" : "digest.many", asks.Count)];

        string Detail(OpenAsk ask)
        {
            var asked = Say($"digest.{ask.Role}", ask.ByName);
            return ask.RespondBy is { } by
                ? $"{asked} · {Say("digest.by", When(Instant.FromDateTimeUtc(by).InZone(zone).LocalDateTime))}"
                : asked;
        }

        static string Date(LocalDate day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

        string When(LocalDateTime at) => at.ToString(
            at.Date == today ? "HH:mm"
                : Period.DaysBetween(today, at.Date) is > 0 and < 7 ? "ddd HH:mm"
                : Say("digest.dateAndTime"),
            culture);
    }
}
