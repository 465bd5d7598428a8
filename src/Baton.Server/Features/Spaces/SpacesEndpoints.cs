using System.Text.Json;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Spaces;

/// <summary>Spaces, who is in them, and what each person keeps of them.</summary>
public static class SpacesEndpoints
{
    public static IServiceCollection AddSpaces(this IServiceCollection services) => services
        .AddScoped<SpaceAccess>()
        .AddScoped<NewSpace>()
        .AddJob<SpreadPins>(SpreadPins.Kind)
        .AddSingleton(new ChangeWatcher("member.joined", Admit))
        .AddSingleton(
            new ChangeWatcher("member.left", static (change, relay) => relay.Exclude(change.ItemId, change.SpaceId)));

    private static void Admit(Change change, ChangeRelay relay)
    {
        var member = JsonElement.Parse(change.Payload).GetProperty("member").Deserialize<MemberResponse>(Json.Options)!;
        relay.Admit(change.ItemId, change.SpaceId, member.HistoryFrom);
    }

    public static void MapSpaces(this IEndpointRouteBuilder api)
    {
        var spaces = api.MapGroup("/spaces").WithTags("Spaces");
        spaces.MapGet("/", ListSpaces.Handle);
        spaces.MapPost("/", CreateSpace.Handle);

        var space = spaces.MapGroup("/{spaceId:guid}");
        space.MapGet("/", ReadSpace.Handle);
        space.MapPatch("/", EditSpace.Handle);
        space.MapPut("/duty", NameDuty.Handle);
        space.MapPut("/archival", ArchiveSpace.Handle);
        space.MapDelete("/archival", ArchiveSpace.Restore);
        space.MapPut("/members/{personId:guid}", SeatMember.Handle);
        space.MapDelete("/members/{personId:guid}", RemoveMember.Handle);
        space.MapPut("/pin", KeepSpace.Pin);
        space.MapDelete("/pin", KeepSpace.Unpin);
        space.MapPut("/mute", KeepSpace.Mute);
        space.MapDelete("/mute", KeepSpace.Unmute);
        space.MapPost("/conversion", ConvertSpace.Handle);
    }
}
