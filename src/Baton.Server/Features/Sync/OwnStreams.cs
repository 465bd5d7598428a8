using System.Security.Claims;
using Baton.Server.Data;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Sync;

/// <summary>
/// Keeps from the caller which streams a write went to beside their own: an appointment is also told in the appointed
/// person's personal space, whose id and version are nobody else's business.
/// </summary>
public static class OwnStreams
{
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var services = context.HttpContext.RequestServices;
        var written = services.GetRequiredService<WrittenChanges>();
        if (written.Spaces.Count > 0)
        {
            written.Keep(await Mine(context.HttpContext.User, written.Spaces, services.GetRequiredService<BatonDb>(),
                context.HttpContext.RequestAborted));
        }

        return answer;
    }

    private static async Task<IReadOnlySet<Guid>> Mine(
        ClaimsPrincipal user, IReadOnlyCollection<Guid> spaces, BatonDb db, CancellationToken cancel) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var me)
            ? await db.Memberships.Where(m => m.PersonId == me && spaces.Contains(m.SpaceId))
                .Select(m => m.SpaceId).ToHashSetAsync(cancel)
            : new HashSet<Guid>();
}
