namespace Baton.Server.Features.Tasks.Boards;

public sealed record LabelResponse(Guid Id, Guid SpaceId, string Name, string Colour, DateTime? ArchivedAt)
{
    public static LabelResponse From(Label label) =>
        new(label.Id, label.SpaceId, label.Name, label.Colour, label.ArchivedAt);
}
