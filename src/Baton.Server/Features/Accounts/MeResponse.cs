using Baton.Server.Data;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Accounts;

/// <param name="BreakGlassSent">How often somebody may break the glass in a calendar month.</param>
/// <param name="BreakGlassReceived">How often somebody's quiet may be broken in one.</param>
public sealed record WorkspaceResponse(Guid Id, string Name, int BreakGlassSent, int BreakGlassReceived)
{
    public static WorkspaceResponse From(Workspace workspace) => new(
        workspace.Id, workspace.Name, workspace.BreakGlassSent, workspace.BreakGlassReceived);
}

/// <param name="Day">When it ends, by the calendar where I am.</param>
public sealed record StatusResponse(string Text, DateOnly Day)
{
    public static StatusResponse? Of(Person person) =>
        person.StatusOn is { } day ? new StatusResponse(person.Status, day) : null;
}

/// <summary>What the client needs to start: who I am, where, and which server build answers.</summary>
/// <param name="Status">What I want others to know on that day; null when I said nothing.</param>
/// <param name="SharesAnswerTime">Others may see how soon I usually answer.</param>
/// <param name="Mail">Whether this server sends mail; if not, what needs a mail is not offered.</param>
/// <param name="MaxUploadBytes">What one attachment may have.</param>
public sealed record MeResponse(
    PersonResponse Person,
    string Email,
    string Language,
    Theme Theme,
    StatusResponse? Status,
    bool SharesAnswerTime,
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
            StatusResponse.Of(person),
            person.SharesAnswerTime,
            WorkspaceResponse.From(workspace),
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
