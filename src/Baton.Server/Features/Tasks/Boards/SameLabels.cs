using Baton.Server.Data;
using Baton.Server.Features.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks.Boards;

/// <summary>What labels become in another space: those called alike, whatever the letters' case.</summary>
public static class SameLabels
{
    /// <summary>
    /// The other space's labels called like those a task carries. Missing ones are made there, in their colour, when
    /// <paramref name="there"/> may do so and has room; otherwise they stay behind.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> In(
        Seat there, TaskItem task, BatonDb db, DateTime now, CancellationToken cancel)
    {
        var ids = task.Labels.Select(l => l.LabelId).ToList();
        if (ids.Count == 0)
        {
            return ids;
        }

        var labels = await db.Labels.AsNoTracking()
            .Where(l => ids.Contains(l.Id) || l.SpaceId == there.SpaceId).ToListAsync(cancel);
        var known = labels.Where(l => l.SpaceId == there.SpaceId).ToList();
        var room = there.May(Rights.ManageLabel) ? Label.MaxPerSpace - known.Count(l => l.ArchivedAt is null) : 0;
        // An archived one is better than a second of that name; it shows on the task as it does on those that have it.
        var byName = known.OrderBy(l => l.ArchivedAt is not null)
            .ThenBy(l => l.Id).ToLookup(l => l.Name, StringComparer.OrdinalIgnoreCase);
        var carried = ids.Select(id => labels.Find(l => l.Id == id)!)
            .DistinctBy(l => l.Name, StringComparer.OrdinalIgnoreCase)
            .ToLookup(l => byName.Contains(l.Name));
        return
        [
            .. carried[true].Select(l => byName[l.Name].First().Id),
            .. carried[false].Take(room).Select(l => Make(l, there, db, now)),
        ];
    }

    private static Guid Make(Label like, Seat there, BatonDb db, DateTime now)
    {
        var label = Label.Of(Guid.CreateVersion7(now), there.SpaceId, like.Name, like.Colour, fingerprint: "");
        db.Labels.Add(label);
        db.Announce(there.SpaceId, "label.created", label.Id, there.PersonId, LabelResponse.From(label));
        return label.Id;
    }
}
