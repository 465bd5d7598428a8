using System.Text.RegularExpressions;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Spaces;

public enum SpaceKind
{
    /// <summary>Any number of people around one piece of work.</summary>
    Group,

    /// <summary>A few people, fixed from the start.</summary>
    Direct,

    /// <summary>One person's own, made with the account; carries what is private to them.</summary>
    Personal,
}

/// <summary>The room where work happens; also a stream, whose changes have versions.</summary>
public sealed partial class Space
{
    public const int MaxNameLength = 80;
    public const int MaxDescriptionLength = 2_000;
    public const int MaxKeyLength = 6;
    public const int MaxOnDuty = 10;

    private Space()
    {
    }

    public Guid Id { get; private init; }

    public SpaceKind Kind { get; private set; }

    /// <summary>Empty for a direct space: it is called by the others' names.</summary>
    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string Colour { get; private set; } = "teal";

    public string Emoji { get; private set; } = "";

    /// <summary>Two to six capitals before a task's number, such as <c>WEB</c> in WEB-142.</summary>
    public string Key { get; private set; } = "";

    /// <summary>
    /// The people of a direct space, sorted and hashed, so that the same people share one; null for the others.
    /// </summary>
    public string? DirectKey { get; private set; }

    public DateTime CreatedAt { get; private init; }

    public DateTime? ArchivedAt { get; private set; }

    /// <summary>When a direct space became a group; null for every other.</summary>
    public DateTime? ConvertedAt { get; private set; }

    /// <summary>
    /// Whoever joins sees messages, topics and tasks that began from this instant on; null: everything.
    /// </summary>
    public DateTime? NewcomersFrom { get; private set; }

    /// <summary>Who is on duty, in this order: ids with commas between them.</summary>
    public string Duty { get; private set; } = "";

    public IReadOnlyList<Guid> DutyIds =>
        [.. Duty.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    /// <summary>Counts the admins it has lost, so that two who leave at once cannot both be the last but one.</summary>
    public int AdminsLost { get; private set; }

    /// <summary><see cref="Kernel.Web.Fingerprint"/> of the request that made it; empty for a personal space.</summary>
    public string Fingerprint { get; private init; } = "";

    public bool IsArchived => ArchivedAt is not null;

    /// <param name="key">Makes one of its name.</param>
    public static Space Group(Guid id, string name, Func<string, string> key, string fingerprint, DateTime now)
    {
        var space = new Space { Id = id, Kind = SpaceKind.Group, CreatedAt = now, Fingerprint = fingerprint };
        space.Rename(name);
        space.NumberAs(key(space.Name));
        return space;
    }

    public static Space Direct(Guid id, string key, string directKey, string fingerprint, DateTime now) =>
        new()
        {
            Id = id,
            Kind = SpaceKind.Direct,
            Key = key,
            DirectKey = directKey,
            CreatedAt = now,
            Fingerprint = fingerprint,
        };

    public static Space Personal(Guid id, string name, DateTime now) =>
        new() { Id = id, Kind = SpaceKind.Personal, Name = name, Key = "ME", Emoji = "🏠", CreatedAt = now };

    public void Rename(string? name) => Name = PlainText.Line("name", name, MaxNameLength);

    public void Describe(string? description) =>
        Description = PlainText.Body("description", description, MaxDescriptionLength);

    public void Paint(string? colour) => Colour = Colours.Require("colour", colour);

    /// <summary>One emoji stands before the name; none leaves the colour.</summary>
    public void Mark(string? emoji) =>
        Emoji = string.IsNullOrWhiteSpace(emoji) ? "" : OneEmoji.Require("emoji", emoji.Trim());

    public void NumberAs(string? key) =>
        Key = key is not null && KeyForm().IsMatch(key)
            ? key
            : throw AppException.Invalid("key", "Two to six capital letters or digits, such as WEB.");

    public void Archive(DateTime now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;

    /// <summary>
    /// Makes a direct space a group that others may join. What was said so far is theirs only if it is opened to them.
    /// </summary>
    /// <param name="key">Makes one of its name.</param>
    public void Convert(string name, Func<string, string> key, bool openHistory, DateTime now)
    {
        Kind = SpaceKind.Group;
        DirectKey = null;
        ConvertedAt = now;
        NewcomersFrom = openHistory ? null : now;
        Rename(name);
        NumberAs(key(Name));
    }

    public void PutOnDuty(IReadOnlyList<Guid> personIds) => Duty = string.Join(',', personIds);

    public void LoseAdmin() => AdminsLost++;

    [GeneratedRegex("^[A-Z][A-Z0-9]{1,5}$", RegexOptions.None, 1000)]
    private static partial Regex KeyForm();
}
