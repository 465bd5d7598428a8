using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Joining;

/// <summary>How people come in: the first start, and invitations.</summary>
public static class JoiningEndpoints
{
    public static IServiceCollection AddJoining(this IServiceCollection services) => services.AddScoped<NewAccount>();

    public static void MapJoining(this IEndpointRouteBuilder api)
    {
        var setup = api.MapGroup("/setup").WithTags("Joining").AllowAnonymous();
        setup.MapGet("/", SetUpWorkspace.Ask);
        setup.MapPost("/", SetUpWorkspace.Handle).RequireRateLimiting(Limits.SignIn);
    }
}
