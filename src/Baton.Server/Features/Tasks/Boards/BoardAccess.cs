using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks.Boards;

/// <summary>The only door to lists and labels. Whoever has no seat in their space is told that they do not exist.</summary>
public sealed class BoardAccess(BatonDb db, SpaceAccess spaces)
{
    public async Task<TaskList> ListForManaging(CurrentPerson me, Guid listId, CancellationToken cancel)
    {
        var found = await (
            from list in db.Lists
            join seat in spaces.SeatsOf(me.Id) on list.SpaceId equals seat.SpaceId
            where list.Id == listId
            select new { List = list, Seat = seat }).FirstOrDefaultAsync(cancel) ?? throw AppException.NotFound("list");
        found.Seat.Require(Rights.ManageList);
        return found.List;
    }

    public async Task<Label> LabelForManaging(CurrentPerson me, Guid labelId, CancellationToken cancel)
    {
        var found = await (
            from label in db.Labels
            join seat in spaces.SeatsOf(me.Id) on label.SpaceId equals seat.SpaceId
            where label.Id == labelId
            select new { Label = label, Seat = seat }).FirstOrDefaultAsync(cancel) ?? throw AppException.NotFound("label");
        found.Seat.Require(Rights.ManageLabel);
        return found.Label;
    }

    /// <summary>A list of the seat's space, for a task to be put into.</summary>
    public async Task<TaskList> ListForPlacing(Seat seat, Guid listId, CancellationToken cancel) =>
        await db.Lists.AsNoTracking().FirstOrDefaultAsync(l => l.Id == listId && l.SpaceId == seat.SpaceId, cancel)
        ?? throw AppException.NotFound("list");

    /// <summary>A label of the seat's space, for a task to carry.</summary>
    public async Task<Label> LabelForCarrying(Seat seat, Guid labelId, CancellationToken cancel) =>
        await db.Labels.AsNoTracking().FirstOrDefaultAsync(l => l.Id == labelId && l.SpaceId == seat.SpaceId, cancel)
        ?? throw AppException.NotFound("label");
}
