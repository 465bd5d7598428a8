namespace Baton.Server.Features.Accounts;

/// <summary>What others may know of a person: never an address, never when they were here.</summary>
/// <param name="Hours">
/// When they work by the clock of their zone, such as <c>Mo-Th 09:00-17:00; Fr 09:00-13:00</c>; null: they have not
/// said, and <c>Mo-Fr 09:00-17:00</c> is assumed.
/// </param>
public sealed record PersonResponse(
    Guid Id,
    string Name,
    string RoleText,
    string? Picture,
    string Zone,
    string? Hours,
    WorkspaceRole WorkspaceRole,
    bool Former)
{
    public static PersonResponse From(Person person) => new(
        person.Id,
        person.Name,
        person.RoleText,
        person.PictureHash is { } hash ? $"/api/people/{person.Id}/picture/{hash}.webp" : null,
        person.Zone,
        person.Hours,
        person.WorkspaceRole,
        person.IsFormer);
}
