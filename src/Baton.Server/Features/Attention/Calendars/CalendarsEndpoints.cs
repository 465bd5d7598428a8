using Baton.Server.Features.Attention.Horizon;
using Baton.Server.Kernel.Jobs;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>When people work, beside the hours of their week, and when what came for them is brought.</summary>
public static class CalendarsEndpoints
{
    public static IServiceCollection AddCalendars(this IServiceCollection services) => services
        .AddScoped<CalendarAccess>()
        .AddScoped<HolidaySource>()
        .AddScoped<ReplyHorizons>()
        .AddOutsideJob<FetchHolidays>(FetchHolidays.Kind)
        .AddDailyJob<RefreshHolidays>(RefreshHolidays.Kind);

    public static void MapCalendars(this IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Attention");
        me.MapGet("/calendar", ReadCalendar.Handle);
        me.MapPut("/calendar/{entryId:guid}", WriteCalendarEntry.Handle);
        me.MapDelete("/calendar/{entryId:guid}", RemoveCalendarEntry.Handle);
        me.MapPost("/holidays", ImportHolidays.Handle);
        me.MapDelete("/holidays/{calendarId:guid}", RemoveHolidays.Handle);
        me.MapPost("/holiday-previews", PreviewHolidays.Handle);
        me.MapPut("/batches", ChooseBatches.Handle);
        me.MapGet("/calendar-feed", OwnFeed.Read);
        me.MapPost("/calendar-feed", OwnFeed.Make);
        me.MapDelete("/calendar-feed", OwnFeed.Revoke);
        api.MapGet("/calendar-feeds/{secret}.ics", ReadFeed.Handle).WithTags("Attention").AllowAnonymous();
    }
}
