using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Tasks.Boards;

/// <summary>A word in a colour that a space's tasks can carry.</summary>
public sealed class Label
{
    public const int MaxNameLength = 60;

    /// <summary>Labels to choose from at a time; archived ones do not count.</summary>
    public const int MaxPerSpace = 200;

    private Label()
    {
    }

    public Guid Id { get; private init; }

    public Guid SpaceId { get; private init; }

    public string Name { get; private set; } = "";

    public string Colour { get; private set; } = "";

    /// <summary>Tasks keep an archived label; no task can be given it.</summary>
    public DateTime? ArchivedAt { get; private set; }

    /// <summary><see cref="Kernel.Web.Fingerprint"/> of the request that made it.</summary>
    public string Fingerprint { get; private init; } = "";

    public static Label Of(Guid id, Guid spaceId, string name, string colour, string fingerprint)
    {
        var label = new Label { Id = id, SpaceId = spaceId, Fingerprint = fingerprint };
        label.Rename(name);
        label.Paint(colour);
        return label;
    }

    public void Rename(string? name) => Name = PlainText.Line("name", name, MaxNameLength);

    public void Paint(string? colour) => Colour = Colours.Require("colour", colour);

    public void Archive(DateTime now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;

    /// <exception cref="AppException">409 <c>label-archived</c>.</exception>
    public void RequireOpen()
    {
        if (ArchivedAt is not null)
        {
            throw AppException.Conflict("label-archived", $"The label {Name} is archived. Restore it first.",
                LabelResponse.From(this));
        }
    }
}
