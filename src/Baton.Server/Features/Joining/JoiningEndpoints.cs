using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Joining;

/// <summary>How people come in: the first start, and invitations.</summary>
public static class JoiningEndpoints
{
    public static IServiceCollection AddJoining(this IServiceCollection services) => services
        .AddScoped<NewAccount>()
        .AddScoped<InvitationAccess>()
        .AddOutsideJob<MailInvitation>(MailInvitation.Kind);

    public static void MapJoining(this IEndpointRouteBuilder api)
    {
        var setup = api.MapGroup("/setup").WithTags("Joining").AllowAnonymous();
        setup.MapGet("/", SetUpWorkspace.Ask);
        setup.MapPost("/", SetUpWorkspace.Handle).RequireRateLimiting(Limits.SignIn);

        var invitations = api.MapGroup("/invitations").WithTags("Joining");
        invitations.MapGet("/", ListInvitations.Handle);
        invitations.MapPost("/", InvitePeople.Handle);
        invitations.MapDelete("/{invitationId:guid}", RevokeInvitation.Handle);

        var holders = api.MapGroup("").WithTags("Joining").AllowAnonymous().RequireRateLimiting(Limits.SignIn);
        holders.MapPost("/invitation-previews", PreviewInvitation.Handle);
        holders.MapPost("/joinings", JoinWorkspace.Handle);
    }
}
