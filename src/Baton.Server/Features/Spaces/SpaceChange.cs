namespace Baton.Server.Features.Spaces;

/// <summary>A space as its stream tells everybody: without what is one person's own.</summary>
public sealed record SpaceChange(
    Guid Id,
    SpaceKind Kind,
    string Name,
    string Description,
    string Colour,
    string Emoji,
    string Key,
    DateTime? ArchivedAt,
    DateTime CreatedAt,
    IReadOnlyList<Guid> DutyIds)
{
    public static SpaceChange Of(Space space) => new(
        space.Id, space.Kind, space.Name, space.Description, space.Colour, space.Emoji, space.Key, space.ArchivedAt,
        space.CreatedAt, space.DutyIds);
}
