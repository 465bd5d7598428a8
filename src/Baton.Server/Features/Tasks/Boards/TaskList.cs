using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Tasks.Boards;

/// <summary>A column of a space's board.</summary>
public sealed class TaskList
{
    public const int MaxNameLength = 80;
    public const int MaxWipLimit = 999;

    /// <summary>Lists on the board at a time; archived ones do not count.</summary>
    public const int MaxPerSpace = 50;

    private TaskList()
    {
    }

    public Guid Id { get; private init; }

    public Guid SpaceId { get; private init; }

    public string Name { get; private set; } = "";

    public string? Colour { get; private set; }

    public string OrderKey { get; private set; } = "";

    /// <summary>
    /// How many tasks are meant to be here at most. Shown, not enforced: a refused drop only makes people park work
    /// elsewhere, and would undo, hours later, what somebody did offline.
    /// </summary>
    public int? WipLimit { get; private set; }

    /// <summary>
    /// A task that enters is completed, one that leaves is open again. Raising or lowering the flag leaves the tasks in
    /// the list as they are until they move.
    /// </summary>
    public bool Done { get; private set; }

    public DateTime? ArchivedAt { get; private set; }

    /// <summary>
    /// <see cref="Kernel.Web.Fingerprint"/> of the request that made it; empty for the first lists of a space.
    /// </summary>
    public string Fingerprint { get; private init; } = "";

    public static TaskList Of(Guid id, Guid spaceId, string name, string orderKey, string fingerprint = "")
    {
        var list = new TaskList { Id = id, SpaceId = spaceId, Fingerprint = fingerprint };
        list.Rename(name);
        list.Place(orderKey);
        return list;
    }

    public void Rename(string? name) => Name = PlainText.Line("name", name, MaxNameLength);

    public void Paint(string? colour) => Colour = colour is null ? null : Colours.Require("colour", colour);

    public void Place(string? orderKey) => OrderKey = Kernel.Text.OrderKey.Require("orderKey", orderKey);

    public void LimitTo(int? wipLimit) => WipLimit = wipLimit is null or (>= 1 and <= MaxWipLimit)
        ? wipLimit
        : throw AppException.Invalid("wipLimit", $"A limit is a number from 1 to {MaxWipLimit}.");

    public void Finish(bool done) => Done = done;

    public void Archive(DateTime now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;

    /// <exception cref="AppException">409 <c>list-archived</c>: an archived list takes no tasks.</exception>
    public void RequireOpen()
    {
        if (ArchivedAt is not null)
        {
            throw AppException.Conflict("list-archived", $"The list {Name} is archived. Restore it first.",
                ListResponse.From(this));
        }
    }
}
