using Baton.Server.Data;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Accounts;

/// <summary>Signs one of my browsers out; what it has open ends.</summary>
public static class RevokeSession
{
    public static async Task<NoContent> Handle(
        Guid sessionId, CurrentPerson me, Sessions sessions, BatonDb db, CancellationToken cancel)
    {
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId && s.PersonId == me.Id, cancel)
            ?? throw AppException.NotFound("session");
        db.Sessions.Remove(session);
        await db.SaveChangesAsync(cancel);
        sessions.Forget([session]);

        return TypedResults.NoContent();
    }
}
