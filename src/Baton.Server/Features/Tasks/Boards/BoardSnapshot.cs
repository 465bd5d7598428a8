using Baton.Server.Data;
using Baton.Server.Features.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks.Boards;

/// <summary>
/// What a board opens with: every list and label, the open tasks and those completed in the last 30 days. Archived and
/// deleted tasks and older completed ones are paged in (<see cref="ListTasks"/>).
/// </summary>
public sealed record BoardSnapshot(
    IReadOnlyList<ListResponse> Lists, IReadOnlyList<LabelResponse> Labels, IReadOnlyList<TaskResponse> Tasks)
{
    public static readonly TimeSpan CompletedShownFor = TimeSpan.FromDays(30);

    /// <summary>One query for each table.</summary>
    public static async Task<BoardSnapshot> Read(Seat seat, BatonDb db, DateTime now, CancellationToken cancel)
    {
        var since = now - CompletedShownFor;
        var lists = await db.Lists.AsNoTracking().Where(l => l.SpaceId == seat.SpaceId).ToListAsync(cancel);
        var labels = await db.Labels.AsNoTracking().Where(l => l.SpaceId == seat.SpaceId).ToListAsync(cancel);
        var shown = db.Tasks.SeenFrom(seat)
            .Where(t => t.ArchivedAt == null && t.DeletedAt == null)
            .Where(t => t.CompletedAt == null || t.CompletedAt >= since);
        var tasks = await TasksWithParts.Read(shown, seat, db, cancel);

        return new BoardSnapshot(
            [.. lists.Select(ListResponse.From)],
            [.. labels.Select(LabelResponse.From)],
            tasks);
    }
}
