using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Baton.Server.Features.Sync;

/// <summary>
/// The live feed: one server-sent event stream for a person and all their spaces. Its events: <c>hello</c> begins it,
/// with the server's build and the version of each of my spaces, by which a client sees what it missed
/// (<c>{"server":"1.0","spaces":{"…":7}}</c>); <c>change</c> is one change as GET /api/spaces/{spaceId}/changes gives
/// it, with its <c>spaceId</c>; <c>ping</c> keeps proxies awake; <c>bye</c> comes before the server ends it on purpose.
/// <c>Last-Event-ID</c> resumes while the node still remembers.
/// </summary>
public static class Live
{
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(25);

    public static async Task<ServerSentEventsResult<byte[]>> Handle(
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        HttpContext http,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        ChangeRelay relay,
        IOptions<BatonSettings> settings,
        TimeProvider clock,
        CancellationToken cancel)
    {
        http.Response.Headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return TypedResults.ServerSentEvents(AsyncEnumerable.Empty<SseItem<byte[]>>());
        }

        var listener = new Listener(me.Id, me.SessionId, http.Abort);
        var limits = settings.Value.Limits;
        relay.Enter(listener, limits.FeedsPerSession, limits.FeedsPerPerson);
        try
        {
            var mine = await (
                from seat in spaces.SeatsOf(me.Id)
                join stream in db.Streams on seat.SpaceId equals stream.SpaceId
                select new { stream.SpaceId, stream.Version, seat.HistoryFrom }).ToListAsync(cancel);
            relay.Open(
                listener,
                mine.ToDictionary(s => s.SpaceId, s => s.HistoryFrom),
                Hello(mine.ToDictionary(s => s.SpaceId, s => s.Version)),
                lastEventId);
        }
        catch
        {
            relay.Leave(listener);
            throw;
        }

        return TypedResults.ServerSentEvents(Events(listener, relay, ScopeOf(http), clock, cancel));
    }

    private static SseItem<byte[]> Hello(Dictionary<Guid, long> versions) => new(
        JsonSerializer.SerializeToUtf8Bytes(new { Server = Build.Version, Spaces = versions }, Json.Options), "hello");

    private static IAsyncDisposable? ScopeOf(HttpContext http) =>
        http.Features.Get<IServiceProvidersFeature>() as IAsyncDisposable;

    private static async IAsyncEnumerable<SseItem<byte[]>> Events(
        Listener listener,
        ChangeRelay relay,
        IAsyncDisposable? scope,
        TimeProvider clock,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        // A feed stays open for days and needs nothing more of its request: with the scope goes its database context.
        await (scope?.DisposeAsync() ?? ValueTask.CompletedTask);
        await using var ping = clock.CreateTimer(
            _ => listener.Send(new SseItem<byte[]>("{}"u8.ToArray(), "ping")), null, PingEvery, PingEvery);
        try
        {
            await foreach (var item in listener.Read(cancel))
            {
                yield return item;
            }
        }
        finally
        {
            relay.Leave(listener);
        }
    }
}
