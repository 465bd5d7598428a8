using Baton.Server.Data;

namespace Baton.Server.Features.Tasks;

/// <summary>
/// EF writes the columns that differ from what this request read. Of values that mean something only together all are
/// written, or two people at once would leave half of each: the list of one move with the place of the other.
/// </summary>
internal static class WholeWrites
{
    public static void WritePosition(this BatonDb db, TaskItem task) =>
        db.Write(task, nameof(TaskItem.ListId), nameof(TaskItem.OrderKey), nameof(TaskItem.CompletedAt));

    public static void WriteDescription(this BatonDb db, TaskItem task) =>
        db.Write(task, nameof(TaskItem.Description), nameof(TaskItem.DescriptionHtml));

    public static void WriteStart(this BatonDb db, TaskItem task) =>
        db.Write(task, nameof(TaskItem.Start), nameof(TaskItem.StartAt));

    public static void WriteDue(this BatonDb db, TaskItem task) =>
        db.Write(task, nameof(TaskItem.Due), nameof(TaskItem.DueAt));

    private static void Write(this BatonDb db, TaskItem task, params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
        {
            db.Entry(task).Property(property).IsModified = true;
        }
    }
}
