using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using NodaTime.Text;

namespace Baton.Server.Features.Tasks.Checklists;

/// <summary>A step of a task: what, whose, until when, done or not.</summary>
public sealed class ChecklistItem
{
    public const int MaxTextLength = 500;

    private ChecklistItem()
    {
    }

    public Guid Id { get; private init; }

    public Guid TaskId { get; private init; }

    public string Text { get; private set; } = "";

    public Guid? OwnerId { get; private set; }

    /// <summary>A day, such as <c>2026-11-27</c>.</summary>
    public string? Due { get; private set; }

    public bool Done { get; private set; }

    public string OrderKey { get; private set; } = "";

    /// <summary>
    /// <see cref="Kernel.Web.Fingerprint"/> of the request that made it; empty for one copied with its task.
    /// </summary>
    public string Fingerprint { get; private init; } = "";

    public static ChecklistItem Of(Guid id, Guid taskId, string text, string orderKey, string fingerprint = "")
    {
        var item = new ChecklistItem { Id = id, TaskId = taskId, Fingerprint = fingerprint };
        item.Say(text);
        item.Place(orderKey);
        return item;
    }

    public void Say(string? text) => Text = PlainText.Line("text", text, MaxTextLength);

    public void GiveTo(Guid? ownerId) => OwnerId = ownerId;

    public void DueOn(string? day) => Due = day is null
        || LocalDatePattern.Iso.Parse(day) is { Success: true, Value.Year: >= 1900 and < 3000 }
        ? day
        : throw AppException.Invalid("due", "That is not a day, such as 2026-11-27.");

    public void Check(bool done) => Done = done;

    public void Place(string? orderKey) => OrderKey = Kernel.Text.OrderKey.Require("orderKey", orderKey);

    /// <summary>The same step, not done yet, for a copy of its task.</summary>
    public ChecklistItem CopyFor(Guid taskId, Guid id, Func<Guid, bool> isMember) =>
        new()
        {
            Id = id,
            TaskId = taskId,
            Text = Text,
            OwnerId = OwnerId is { } owner && isMember(owner) ? owner : null,
            Due = Due,
            OrderKey = OrderKey,
        };
}
