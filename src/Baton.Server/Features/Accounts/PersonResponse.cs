namespace Baton.Server.Features.Accounts;

/// <summary>What others may know of a person: never an address, never when they were here.</summary>
public sealed record PersonResponse(
    Guid Id, string Name, string RoleText, string? Picture, string Zone, WorkspaceRole WorkspaceRole, bool Former)
{
    public static PersonResponse From(Person person) => new(
        person.Id,
        person.Name,
        person.RoleText,
        person.PictureHash is { } hash ? $"/api/people/{person.Id}/picture/{hash}.webp" : null,
        person.Zone,
        person.WorkspaceRole,
        person.IsFormer);
}
