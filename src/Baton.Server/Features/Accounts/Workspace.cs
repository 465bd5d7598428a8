using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Accounts;

/// <summary>The organisation that this installation serves. There is one; set-up makes it.</summary>
public sealed class Workspace
{
    public const int MaxNameLength = 80;
    public const int MaxBreakGlass = 10;

    /// <summary>One row for ever: a second set-up fails on the key, however many ask at once.</summary>
    public static readonly Guid TheId = new("01900000-0000-7000-8000-000000000001");

    private Workspace()
    {
    }

    public Guid Id { get; private init; } = TheId;

    public string Name { get; private set; } = "";

    public DateTime CreatedAt { get; private init; }

    /// <summary>How often somebody may break the glass in a calendar month.</summary>
    public int BreakGlassSent { get; private set; } = 1;

    /// <summary>How often somebody's quiet may be broken in a calendar month.</summary>
    public int BreakGlassReceived { get; private set; } = 2;

    public static Workspace Found(string name, DateTime now) => new() { Name = name, CreatedAt = now };

    public void LimitBreakGlass(int sent, int received) => (BreakGlassSent, BreakGlassReceived) = (
        Limited("breakGlassSent", sent), Limited("breakGlassReceived", received));

    public void Rename(string? name) => Name = PlainText.Line("name", name, MaxNameLength);

    // async.md, defaults.
    private static int Limited(string field, int times) => times is >= 0 and <= MaxBreakGlass
        ? times
        : throw AppException.Invalid(field, $"Choose from 0 to {MaxBreakGlass} times a month.");
}
