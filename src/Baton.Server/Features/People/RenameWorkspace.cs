using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.People;

public sealed record RenameWorkspaceRequest([property: TextLimit(Workspace.MaxNameLength)] string Name);

/// <summary>Another name for the workspace. Everybody in it is told, each in their personal space's stream.</summary>
/// <exception cref="AppException">403 <c>right-missing</c>.</exception>
public static class RenameWorkspace
{
    public static async Task<Ok<WorkspaceResponse>> Handle(
        RenameWorkspaceRequest request,
        CurrentPerson me,
        WorkspaceAccess workspaces,
        BatonDb db,
        CancellationToken cancel)
    {
        var workspace = await workspaces.ForManaging(me, cancel);
        var before = workspace.Name;
        workspace.Rename(request.Name);
        var renamed = new WorkspaceResponse(workspace.Id, workspace.Name);
        if (workspace.Name != before)
        {
            foreach (var person in await Everybody(db, cancel))
            {
                db.Announce(person.PersonalSpaceId, "me.changed", person.Id, me.Id, new { Workspace = renamed });
            }

            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(renamed);
    }

    private static async Task<List<(Guid Id, Guid PersonalSpaceId)>> Everybody(BatonDb db, CancellationToken cancel) =>
        (await db.People.Where(p => p.LeftAt == null).Select(p => new { p.Id, p.PersonalSpaceId }).ToListAsync(cancel))
            .ConvertAll(p => (p.Id, p.PersonalSpaceId));
}
