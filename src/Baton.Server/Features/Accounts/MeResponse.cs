using Baton.Server.Data;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Accounts;

public sealed record WorkspaceResponse(Guid Id, string Name);

/// <summary>What the client needs to start: who I am, where, and which server build answers.</summary>
/// <param name="Mail">Whether this server sends mail; if not, what needs a mail is not offered.</param>
/// <param name="MaxUploadBytes">What one attachment may have.</param>
public sealed record MeResponse(
    PersonResponse Person,
    string Email,
    string Language,
    Theme Theme,
    WorkspaceResponse Workspace,
    Guid PersonalSpaceId,
    IReadOnlyList<string> Can,
    string Version,
    bool Mail,
    long MaxUploadBytes)
{
    public static async Task<MeResponse> For(Person person, ServerFacts server, BatonDb db, CancellationToken cancel)
    {
        var workspace = await db.Workspaces.AsNoTracking().SingleAsync(cancel);
        return new MeResponse(
            PersonResponse.From(person),
            person.Email ?? "",
            person.Language,
            person.Theme,
            new WorkspaceResponse(workspace.Id, workspace.Name),
            person.PersonalSpaceId,
            RightsOf(person.WorkspaceRole),
            Build.Version,
            server.SendsMail,
            server.MaxUploadBytes);
    }

    public static IReadOnlyList<string> RightsOf(WorkspaceRole role) => role switch
    {
        WorkspaceRole.Owner => ["space.create", "people.see", "workspace.invite", "workspace.manage", "workspace.own"],
        WorkspaceRole.Admin => ["space.create", "people.see", "workspace.invite", "workspace.manage"],
        WorkspaceRole.Member => ["space.create", "people.see"],
        WorkspaceRole.Guest => [],
    };
}
