namespace Baton.Server.Features.Tasks.Checklists;

public sealed record ChecklistItemResponse(Guid Id, string Text, Guid? OwnerId, string? Due, bool Done, string OrderKey)
{
    public static ChecklistItemResponse From(ChecklistItem item) =>
        new(item.Id, item.Text, item.OwnerId, item.Due, item.Done, item.OrderKey);
}
