namespace Baton.Server.Features.Accounts;

/// <summary>The organisation that this installation serves. There is one; set-up makes it.</summary>
public sealed class Workspace
{
    public const int MaxNameLength = 80;

    /// <summary>One row for ever: a second set-up fails on the key, however many ask at once.</summary>
    public static readonly Guid TheId = new("01900000-0000-7000-8000-000000000001");

    private Workspace()
    {
    }

    public Guid Id { get; private init; } = TheId;

    public string Name { get; private init; } = "";

    public DateTime CreatedAt { get; private init; }

    public static Workspace Found(string name, DateTime now) => new() { Name = name, CreatedAt = now };
}
