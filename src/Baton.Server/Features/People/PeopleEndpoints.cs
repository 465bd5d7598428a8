using Baton.Server.Kernel.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace Baton.Server.Features.People;

/// <summary>
/// People as others see them: profiles, pictures, the directory, and how somebody's time in the workspace ends.
/// </summary>
public static class PeopleEndpoints
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddScoped<PersonAccess>()
        .AddScoped<WorkspaceAccess>()
        .AddJob<ForgetName>(ForgetName.Kind)
        .AddDailyJob<SweepStatuses>(SweepStatuses.Kind);

    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("People");
        me.MapPatch("/", EditProfile.Handle);
        me.MapPut("/picture", ChangePicture.Handle)
            // Whatever comes is looked at: what is no picture is told so, instead of how to send JSON.
            .Accepts<byte[]>("*/*")
            .WithMetadata(new RequestSizeLimitAttribute(ChangePicture.MaxBytes));
        me.MapDelete("/picture", RemovePicture.Handle);
        me.MapPost("/deletion", DeleteAccount.Handle);

        api.MapGroup("/workspace").WithTags("People").MapPatch("/", EditWorkspace.Handle);

        var people = api.MapGroup("/people").WithTags("People");
        people.MapGet("/", ListPeople.Handle);
        people.MapGet("/availability", ReadAvailability.Several);
        people.MapGet("/{personId:guid}/availability", ReadAvailability.One);
        people.MapPatch("/{personId:guid}", AppointPerson.Handle);
        people.MapDelete("/{personId:guid}", RemovePerson.Handle);
        people.MapPost("/{personId:guid}/password-reset", LinkPasswordReset.Handle);
        people.MapGet("/{personId:guid}/picture/{hash}.webp", ReadPicture.Handle);
    }
}
