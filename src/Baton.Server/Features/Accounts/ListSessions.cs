using Baton.Server.Data;
using Baton.Server.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Accounts;

/// <param name="Current">The one that asks.</param>
public sealed record SessionResponse(Guid Id, string Device, DateTime CreatedAt, DateTime ExpiresAt, bool Current);

/// <summary>Where I am signed in; nobody else can ask.</summary>
public static class ListSessions
{
    public static async Task<Ok<List<SessionResponse>>> Handle(
        CurrentPerson me, BatonDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var current = me.SessionId;
        return TypedResults.Ok(await db.Sessions
            .Where(s => s.PersonId == me.Id && s.ExpiresAt > now)
            .OrderByDescending(s => s.CreatedAt).ThenBy(s => s.Id)
            .Select(s => new SessionResponse(s.Id, s.Device, s.CreatedAt, s.ExpiresAt, s.Id == current))
            .ToListAsync(cancel));
    }
}
