using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Glass;

/// <summary>The only door to a broken glass: for whom it reached. Its sender learns of numbers alone.</summary>
public sealed class GlassAccess(BatonDb db)
{
    public IQueryable<BreakGlass> Mine(CurrentPerson me) => db.BreakGlasses.Where(g => g.PersonId == me.Id);

    public async Task<BreakGlass> ForJudging(CurrentPerson me, Guid glassId, CancellationToken cancel) =>
        await Mine(me).FirstOrDefaultAsync(g => g.Id == glassId, cancel) ?? throw AppException.NotFound("glass");
}
