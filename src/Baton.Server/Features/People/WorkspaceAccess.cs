using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.People;

/// <summary>The only door to the workspace itself.</summary>
public sealed class WorkspaceAccess(BatonDb db)
{
    /// <exception cref="AppException">403 for everybody but owners and admins.</exception>
    public async Task<Workspace> ForManaging(CurrentPerson me, CancellationToken cancel)
    {
        RequireManaging(me);
        return await db.Workspaces.SingleAsync(cancel);
    }

    public static bool MayManage(CurrentPerson me) => me.Role is WorkspaceRole.Admin or WorkspaceRole.Owner;

    /// <exception cref="AppException">403 for everybody but owners and admins.</exception>
    public static void RequireManaging(CurrentPerson me)
    {
        if (!MayManage(me))
        {
            throw AppException.Forbidden("right-missing", "workspace.manage",
                "You need the right workspace.manage to do that.");
        }
    }
}
