using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Streams;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Accounts;

/// <summary>
/// Keeps sessions on the server: the cookie is a key into this store, so that each can be listed and revoked.
/// What a key opens is remembered for a few seconds to spare a query per request; a revocation on this node forgets it
/// at once.
/// </summary>
public sealed class Sessions(
    IServiceScopeFactory scopes, ChangeRelay relay, TimeProvider clock, IHttpContextAccessor http) : ITicketStore
{
    public const string Scheme = "session";
    public const string SessionClaim = "session";

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    public static ClaimsPrincipal PrincipalFor(
        Guid personId, Guid sessionId, WorkspaceRole role) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, personId.ToString()),
            new(SessionClaim, sessionId.ToString()),
            new(ClaimTypes.Role, role.ToString()),
        ],
        Scheme));

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = SessionCookie.NewKey();
        var personId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!);
        var device = Device.Describe(http.HttpContext?.Request.Headers.UserAgent.ToString());
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BatonDb>();
        var before = await Before(db);
        db.Sessions.RemoveRange(before);
        db.Sessions.Add(Session.Begin(personId, Hash(key), device, clock.UtcNow()));
        await db.SaveChangesAsync();
        Forget(before);
        return key;
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var hash = Hash(key);
        var now = clock.UtcNow();
        if (!_known.TryGetValue(hash, out var known) || known.Until <= now)
        {
            known = await Look(hash, now);
            if (known is null)
            {
                _known.TryRemove(hash, out _);
                return null;
            }

            _known[hash] = known;
        }

        return known.ExpiresAt > now ? known.Ticket : null;
    }

    /// <summary>
    /// Where a session begins there is none yet: else the framework would go on with that of whoever was signed in
    /// before.
    /// </summary>
    public Task<AuthenticationTicket?> RetrieveAsync(
        string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        if (httpContext.GetEndpoint()?.Metadata.GetMetadata<BeginsSession>() is null)
        {
            return RetrieveAsync(key);
        }

        httpContext.Items[typeof(BeginsSession)] = key;
        return Task.FromResult<AuthenticationTicket?>(null);
    }

    // The row has its own clock (Extend); the cookie's renewal writes nothing.
    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    public async Task RemoveAsync(string key)
    {
        var hash = Hash(key);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BatonDb>();
        if (await db.Sessions.FirstOrDefaultAsync(s => s.KeyHash == hash) is { } session)
        {
            db.Sessions.Remove(session);
            await db.SaveChangesAsync();
            Forget([session]);
        }
    }

    /// <summary>Called after the rows are gone: ends what these sessions still have open on this node.</summary>
    public void Forget(IEnumerable<Session> sessions)
    {
        foreach (var session in sessions)
        {
            _known.TryRemove(session.KeyHash, out _);
            relay.Close(session.PersonId, session.Id);
        }
    }

    /// <summary>Has a person's next request read their role and standing anew.</summary>
    public void Refresh(Guid personId)
    {
        foreach (var (hash, _) in _known.Where(k => k.Value.PersonId == personId))
        {
            _known.TryRemove(hash, out _);
        }
    }

    /// <summary>
    /// The session whose key is about to be written over in this browser: nobody could use it or end it there any more.
    /// </summary>
    private async Task<IReadOnlyList<Session>> Before(BatonDb db)
    {
        if (http.HttpContext?.Items[typeof(BeginsSession)] is not string key)
        {
            return [];
        }

        var hash = Hash(key);
        return await db.Sessions.Where(s => s.KeyHash == hash).ToListAsync();
    }

    private async Task<Known?> Look(string hash, DateTime now)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BatonDb>();
        var found = await (
            from session in db.Sessions
            join person in db.People on session.PersonId equals person.Id
            where session.KeyHash == hash && session.ExpiresAt > now && person.LeftAt == null
            select new { Session = session, person.WorkspaceRole }).FirstOrDefaultAsync();
        if (found is null)
        {
            return null;
        }

        // With the times from before it is extended: by them the framework sees that the browser's cookie must be, too.
        var times = new AuthenticationProperties
        {
            IsPersistent = true,
            IssuedUtc = found.Session.ExpiresAt - Session.Lifetime,
            ExpiresUtc = found.Session.ExpiresAt,
        };
        if (found.Session.ExpiresAt - now < Session.Lifetime / 2)
        {
            found.Session.Extend(now);
            await db.SaveChangesAsync();
        }

        var principal = PrincipalFor(found.Session.PersonId, found.Session.Id, found.WorkspaceRole);
        var ticket = new AuthenticationTicket(principal, times, Scheme);
        return new Known(found.Session.PersonId, ticket, found.Session.ExpiresAt, now + Remembered);
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private sealed record Known(Guid PersonId, AuthenticationTicket Ticket, DateTime ExpiresAt, DateTime Until);
}
