using Baton.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Spaces;

/// <summary>Where a person is told what is private to them.</summary>
internal static class PersonalSpaces
{
    public static async Task<Guid> Of(Guid personId, BatonDb db, CancellationToken cancel) =>
        await db.People.Where(p => p.Id == personId).Select(p => p.PersonalSpaceId).SingleAsync(cancel);

    /// <summary>By person.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> Of(
        IEnumerable<Guid> personIds, BatonDb db, CancellationToken cancel) =>
        await db.People.Where(p => personIds.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.PersonalSpaceId, cancel);
}
