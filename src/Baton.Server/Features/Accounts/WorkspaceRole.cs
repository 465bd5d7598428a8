namespace Baton.Server.Features.Accounts;

/// <summary>A person's standing in the workspace; a guest sees only their spaces and the people in them.</summary>
public enum WorkspaceRole
{
    Guest,
    Member,
    Admin,
    Owner,
}
