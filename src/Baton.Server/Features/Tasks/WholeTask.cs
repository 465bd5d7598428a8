using System.Text.Json;
using Baton.Server.Data;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Tasks;

/// <summary>
/// A change that carries the whole task, for devices that do not have it (any more): it came back, or came from
/// elsewhere.
/// </summary>
internal static class WholeTask
{
    /// <summary>
    /// The payload is read in the transaction, with the space's stream held: what this request read may be old by then,
    /// and would undo, on every device, what others have changed meanwhile.
    /// </summary>
    public static void AnnounceWhole(
        this BatonDb db, string kind, TaskItem task, Seat seat, Guid actorId, object? before = null)
    {
        var (id, spaceId) = (task.Id, task.SpaceId);
        db.OnCondition(cancel =>
            db.Database.ExecuteSqlAsync(
                $"UPDATE space_streams SET version = version WHERE space_id = {spaceId}", cancel));
        db.Announce(task, kind, actorId, () =>
        {
            var whole = TaskResponse.From(db.Tasks.AsNoTracking().WithParts().Single(t => t.Id == id), seat.Key);
            var payload = JsonSerializer.SerializeToNode(whole, Json.Options)!;
            if (before is not null)
            {
                payload["before"] = JsonSerializer.SerializeToNode(before, Json.Options);
            }

            return payload;
        });
    }
}
