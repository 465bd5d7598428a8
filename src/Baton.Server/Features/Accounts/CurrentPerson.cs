using System.Security.Claims;
using Baton.Server.Data;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Accounts;

/// <summary>The person making this request, as their session knows them: no query.</summary>
public sealed class CurrentPerson(IHttpContextAccessor http, BatonDb db)
{
    public Guid Id => Guid.Parse(Claim(ClaimTypes.NameIdentifier));

    public Guid SessionId => Guid.Parse(Claim(Sessions.SessionClaim));

    public WorkspaceRole Role => Enum.Parse<WorkspaceRole>(Claim(ClaimTypes.Role));

    /// <summary>Their whole row, tracked, for what changes it.</summary>
    public async Task<Person> Load(CancellationToken cancel) =>
        await db.People.FirstOrDefaultAsync(p => p.Id == Id && p.LeftAt == null, cancel) ?? throw SignInNeeded();

    private string Claim(string type) => http.HttpContext?.User.FindFirstValue(type) ?? throw SignInNeeded();

    private static AppException SignInNeeded() => AppException.Unauthorized("sign-in-needed", "Sign in to go on.");
}
