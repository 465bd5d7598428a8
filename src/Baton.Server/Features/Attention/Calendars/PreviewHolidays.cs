using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Attention.Calendars;

public sealed record PreviewHolidaysRequest(
    [property: MaxLength(HolidayFile.MaxCharacters)] string? File = null,
    [property: MaxLength(HolidayCalendar.MaxUrlLength)] string? Url = null);

/// <param name="Name">What the calendar calls itself; empty if it does not.</param>
public sealed record HolidaysPreviewResponse(string Name, IReadOnlyList<PreviewedHoliday> Holidays);

public sealed record PreviewedHoliday(DateOnly Day, string Name);

/// <summary>Which holidays an iCalendar file or address would bring; nothing is kept of it.</summary>
public static class PreviewHolidays
{
    public static async Task<Ok<HolidaysPreviewResponse>> Handle(
        PreviewHolidaysRequest request, HolidaySource source, CancellationToken cancel)
    {
        var file = await source.Read(request.File, request.Url, cancel);
        return TypedResults.Ok(new HolidaysPreviewResponse(
            file.Name, [.. file.Holidays.Select(h => new PreviewedHoliday(h.Day.ToDateOnly(), h.Name))]));
    }
}
