namespace Baton.Server.Features.Attention.Calendars;

/// <summary>When people work, beside the hours of their week, and when what came for them is brought.</summary>
public static class CalendarsEndpoints
{
    public static IServiceCollection AddCalendars(this IServiceCollection services) => services
        .AddScoped<CalendarAccess>();

    public static void MapCalendars(this IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Attention");
        me.MapGet("/calendar", ReadCalendar.Handle);
        me.MapPut("/calendar/{entryId:guid}", WriteCalendarEntry.Handle);
        me.MapDelete("/calendar/{entryId:guid}", RemoveCalendarEntry.Handle);
        me.MapPut("/batches", ChooseBatches.Handle);
    }
}
