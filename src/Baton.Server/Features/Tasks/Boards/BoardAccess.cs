using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks.Boards;

/// <summary>
/// The only door to lists and labels. Whoever has no seat in their space is told that they do not exist.
/// </summary>
public sealed class BoardAccess(BatonDb db, SpaceAccess spaces)
{
    public async Task<TaskList> ListForManaging(CurrentPerson me, Guid listId, CancellationToken cancel)
    {
        var found = await (
            from list in db.Lists
            join seat in spaces.SeatsOf(me.Id) on list.SpaceId equals seat.SpaceId
            where list.Id == listId
            select new { List = list, Seat = seat }).FirstOrDefaultAsync(cancel) ?? throw AppException.NotFound("list");
        spaces.Use(found.Seat, Rights.ManageList);
        return found.List;
    }

    public async Task<Label> LabelForManaging(CurrentPerson me, Guid labelId, CancellationToken cancel)
    {
        var found = await (
            from label in db.Labels
            join seat in spaces.SeatsOf(me.Id) on label.SpaceId equals seat.SpaceId
            where label.Id == labelId
            select new { Label = label, Seat = seat }).FirstOrDefaultAsync(cancel)
                ?? throw AppException.NotFound("label");
        spaces.Use(found.Seat, Rights.ManageLabel);
        return found.Label;
    }

    /// <summary>A list of the seat's space, for a task to be put into; it takes none once it is archived.</summary>
    public async Task<TaskList> ListForPlacing(Seat seat, Guid listId, CancellationToken cancel)
    {
        var list = await db.Lists.AsNoTracking()
            .FirstOrDefaultAsync(l => l.Id == listId && l.SpaceId == seat.SpaceId, cancel)
            ?? throw AppException.NotFound("list");
        db.Provided($"EXISTS (SELECT 1 FROM lists WHERE id = {listId} AND archived_at IS NULL)");
        return list;
    }

    /// <summary>
    /// Labels of the seat's space, each once, for a task to carry; none is given one that is archived by then.
    /// </summary>
    /// <exception cref="AppException">404 when one is not of the space.</exception>
    public async Task<IReadOnlyList<Label>> LabelsForCarrying(
        Seat seat, IReadOnlyCollection<Guid> labelIds, CancellationToken cancel)
    {
        if (labelIds.Count == 0)
        {
            return [];
        }

        var ids = labelIds.Distinct().ToList();
        var labels = await db.Labels.AsNoTracking()
            .Where(l => ids.Contains(l.Id) && l.SpaceId == seat.SpaceId).ToListAsync(cancel);
        ids.ForEach(id => db.Provided($"EXISTS (SELECT 1 FROM labels WHERE id = {id} AND archived_at IS NULL)"));
        return labels.Count == ids.Count ? labels : throw AppException.NotFound("label");
    }
}
