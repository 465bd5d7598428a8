using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.People;

/// <summary>A workspace has at least one owner, whoever goes at the same moment.</summary>
internal static class Owners
{
    public static void KeepOneBeside(Guid leavingId, BatonDb db) => db.OnCondition(async cancel =>
    {
        // Takes the row's lock: of two owners who go at once, the second waits here and then counts what is left.
        await db.Workspaces.ExecuteUpdateAsync(w => w.SetProperty(x => x.Name, x => x.Name), cancel);
        if (!await db.People.AnyAsync(
            p => p.Id != leavingId && p.WorkspaceRole == WorkspaceRole.Owner && p.LeftAt == null, cancel))
        {
            throw AppException.Conflict("last-owner", "The workspace needs an owner. Make somebody else one first.");
        }
    });
}
