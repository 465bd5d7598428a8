using System.ComponentModel.DataAnnotations;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Mail;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Joining;

public sealed record SetUpWorkspaceRequest(
    [property: TextLimit(Workspace.MaxNameLength)] string WorkspaceName,
    [property: TextLimit(Person.MaxNameLength)] string Name,
    string Email,
    [property: MaxLength(200)] string Password,
    string Zone,
    string Language);

/// <param name="Mail">Whether this server sends mail; if not, a forgotten password cannot be reset by oneself.</param>
public sealed record SetupResponse(bool Needed, bool Mail);

/// <summary>The first start: makes the workspace and its first owner, once.</summary>
public static class SetUpWorkspace
{
    /// <summary>Whether this installation still waits for its workspace and first owner.</summary>
    public static async Task<Ok<SetupResponse>> Ask(BatonDb db, Mailer mailer, CancellationToken cancel) =>
        TypedResults.Ok(new SetupResponse(!await db.Workspaces.AnyAsync(cancel), mailer.IsOn));

    /// <exception cref="AppException">409 <c>already-set-up</c>.</exception>
    public static async Task<Ok<MeResponse>> Handle(
        SetUpWorkspaceRequest request,
        HttpContext http,
        NewAccount accounts,
        ServerFacts server,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        if (await db.Workspaces.AnyAsync(cancel))
        {
            throw AppException.Conflict("already-set-up",
                "This workspace is set up already. Sign in, or ask for an invitation.");
        }

        var name = PlainText.Line("workspaceName", request.WorkspaceName, Workspace.MaxNameLength);
        db.Workspaces.Add(Workspace.Found(name, clock.UtcNow()));
        var owner = await accounts.Open(
            new Newcomer(request.Name, request.Email, request.Password, request.Zone, request.Language),
            WorkspaceRole.Owner, cancel: cancel);
        await db.SaveChangesAsync(cancel);
        await SignIn.Begin(http, owner);

        return TypedResults.Ok(await MeResponse.For(owner, server, db, cancel));
    }
}
