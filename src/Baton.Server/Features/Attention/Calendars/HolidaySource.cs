using Baton.Server.Kernel;
using Baton.Server.Kernel.Outside;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>Where somebody's holidays come from: a file they have, or an address.</summary>
public sealed class HolidaySource(OutsideCalls outside, TimeProvider clock)
{
    /// <summary>Holidays as they stand there now.</summary>
    /// <exception cref="AppException">
    /// 400 unless exactly one is given and a calendar with all-day events is there.
    /// </exception>
    public async Task<HolidayFile> Read(string? file, string? url, CancellationToken cancel)
    {
        if (file is null == url is null)
        {
            throw AppException.Invalid("file", "Give either a file or an address.");
        }

        try
        {
            var text = file ?? await Fetch(url!, cancel);
            return HolidayFile.Read(text, clock.UtcNow().Year) ?? throw AppException.Invalid(
                file is null ? "url" : "file",
                "That is no iCalendar with holidays: all-day events, up to a thousand, of these years.");
        }
        catch (OutsideException failed)
        {
            throw AppException.Invalid("url", failed.Fault == OutsideFault.TooLarge
                ? "What stands at that address is too large for a calendar of holidays."
                : "Nothing could be fetched there. The address must be public, and answer within ten seconds.");
        }
    }

    /// <exception cref="OutsideException">There is nothing to be had there.</exception>
    public async Task<string> Fetch(string url, CancellationToken cancel) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && OutsideCalls.IsWeb(address)
            ? await outside.ReadText(address, HolidayFile.MaxCharacters, cancel)
            : throw AppException.Invalid("url", "That is not an address of the web, such as https://…");
}
