using Baton.Server.Features.Attention.Calendars;

namespace Baton.Server.Features.Attention;

/// <summary>Who is asked for what, when it reaches them, and that nothing is missed.</summary>
public static class AttentionEndpoints
{
    public static IServiceCollection AddAttention(this IServiceCollection services) => services
        .AddScoped<WorkCalendars>();
}
