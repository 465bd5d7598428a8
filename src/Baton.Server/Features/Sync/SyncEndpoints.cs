namespace Baton.Server.Features.Sync;

/// <summary>How a replica starts (snapshot), catches up (changes) and stays current (live).</summary>
public static class SyncEndpoints
{
    public static void MapSync(this IEndpointRouteBuilder api)
    {
        var sync = api.MapGroup("").WithTags("Sync");
        sync.MapGet("/spaces/{spaceId:guid}/snapshot", ReadSnapshot.Handle);
        sync.MapGet("/spaces/{spaceId:guid}/changes", ReadChanges.Handle);
        sync.MapGet("/spaces/{spaceId:guid}/activity", ReadActivity.Handle);
        sync.MapGet("/tasks/{taskId:guid}/history", ReadTaskHistory.Handle);
        sync.MapGet("/me/hearing", ReadHearing.Handle);
        sync.MapGet("/ledger/why", ReadWhyNot.Handle);
        sync.MapPost("/changes", CatchUp.Handle);
        sync.MapGet("/live", Live.Handle);
    }
}
