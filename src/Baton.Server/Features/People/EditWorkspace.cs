using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Glass;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.People;

public sealed record EditWorkspaceRequest
{
    [TextLimit(Workspace.MaxNameLength)]
    public Optional<string> Name { get; init; }

    /// <summary>How often somebody may break the glass in a calendar month, 0 to 10.</summary>
    public Optional<int> BreakGlassSent { get; init; }

    /// <summary>
    /// How often somebody's quiet may be broken in a calendar month, 0 to 10. More begins for each with their next
    /// work, less at once.
    /// </summary>
    public Optional<int> BreakGlassReceived { get; init; }
}

/// <summary>
/// Another name for the workspace, or other limits. Everybody in it is told, each in their personal space's stream.
/// </summary>
/// <exception cref="AppException">403 <c>right-missing</c>.</exception>
public static class EditWorkspace
{
    public static async Task<Ok<WorkspaceResponse>> Handle(
        EditWorkspaceRequest request,
        CurrentPerson me,
        WorkspaceAccess workspaces,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var workspace = await workspaces.ForManaging(me, cancel);
        var before = WorkspaceResponse.From(workspace);
        Apply(request, workspace);
        var after = WorkspaceResponse.From(workspace);
        if (after != before)
        {
            if ((after with { Name = before.Name }) != before)
            {
                db.GlassPolicies.Add(GlassPolicy.Of(before, after, me.Id, clock.UtcNow()));
            }

            foreach (var person in await Everybody(db, cancel))
            {
                db.Announce(person.PersonalSpaceId, "me.changed", person.Id, me.Id, new { Workspace = after });
            }

            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(after);
    }

    private static void Apply(EditWorkspaceRequest request, Workspace workspace)
    {
        if (request.Name.Given)
        {
            workspace.Rename(request.Name.Value);
        }

        workspace.LimitBreakGlass(
            request.BreakGlassSent.Given ? request.BreakGlassSent.Value : workspace.BreakGlassSent,
            request.BreakGlassReceived.Given ? request.BreakGlassReceived.Value : workspace.BreakGlassReceived);
    }

    private static async Task<List<(Guid Id, Guid PersonalSpaceId)>> Everybody(BatonDb db, CancellationToken cancel) =>
        (await db.People.Where(p => p.LeftAt == null).Select(p => new { p.Id, p.PersonalSpaceId }).ToListAsync(cancel))
            .ConvertAll(p => (p.Id, p.PersonalSpaceId));
}
