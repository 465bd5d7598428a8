using Baton.Server.Features.Attention.Calendars;
using NodaTime;

namespace Baton.Server.Features.Attention.Asks;

/// <summary>
/// By when an ask is to be answered and when it ends by itself, reckoned by its person's calendar. The caller sees to
/// the job that ends it (<see cref="Delivery.LapseAsk"/>).
/// </summary>
internal static class Deadline
{
    /// <param name="from">When their time begins.</param>
    public static void Set(Addressee ask, Envelope envelope, PersonCalendar calendar, DateTime from)
    {
        ask.Begin(from);
        var (at, lapse, _) = RespondBy.Of(envelope, calendar, Instant.FromDateTimeUtc(from));
        ask.Expect(at?.ToDateTimeUtc(), lapse.ToDateTimeUtc());
    }
}
