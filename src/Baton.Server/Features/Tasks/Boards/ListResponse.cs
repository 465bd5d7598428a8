namespace Baton.Server.Features.Tasks.Boards;

public sealed record ListResponse(
    Guid Id, Guid SpaceId, string Name, string? Colour, string OrderKey, int? WipLimit, bool Done, DateTime? ArchivedAt)
{
    public static ListResponse From(TaskList list) => new(
        list.Id, list.SpaceId, list.Name, list.Colour, list.OrderKey, list.WipLimit, list.Done, list.ArchivedAt);
}
