using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Baton.Server.Kernel.WorkingTime;
using Microsoft.AspNetCore.Identity;

namespace Baton.Server.Features.Accounts;

public enum Theme
{
    Auto,
    Light,
    Dark,
}

/// <summary>Somebody with an account. Nothing here or anywhere tells when they were last seen (rule 10).</summary>
public sealed class Person : IdentityUser<Guid>
{
    public const int MaxNameLength = 60;

    /// <summary>What somebody is called whose account ended.</summary>
    public const string FormerName = "Former member";

    public const int MaxRoleTextLength = 80;

    public const int MaxStatusLength = 80;

    /// <summary>A character may fold to many (U+FDFA is 18); cut there.</summary>
    public const int MaxSearchTextLength = 400;

    private Person()
    {
    }

    public string Name { get; private set; } = "";

    /// <summary>What they do, in their own words: "Design".</summary>
    public string RoleText { get; private set; } = "";

    /// <summary>Name and role text as people search and sort them; see <see cref="Folded"/>.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>SHA-256 of their picture, a WebP square in the blob store; null shows initials.</summary>
    public string? PictureHash { get; private set; }

    /// <summary>IANA zone, such as <c>Asia/Tokyo</c>.</summary>
    public string Zone { get; private set; } = "Etc/UTC";

    /// <summary>
    /// When they work, as <see cref="WeekHoursText"/> writes it; null until they say so: then it is assumed.
    /// </summary>
    public string? Hours { get; private set; }

    /// <summary>
    /// When their batches come, as <see cref="BatchSlots"/> writes it; null: the start of a day's work, its middle, and
    /// one hour before its end.
    /// </summary>
    public string? Batches { get; private set; }

    /// <summary>What they want others to know, in their own words; see <see cref="StatusOn"/>.</summary>
    public string Status { get; private set; } = "";

    /// <summary>The day where they were when they said so; with it their status is over.</summary>
    public DateOnly? StatusOn { get; private set; }

    /// <summary>They agreed that others see how soon they usually answer.</summary>
    public bool SharesAnswerTime { get; private set; }

    /// <summary>They do not want what is asked of them by mail.</summary>
    public bool DigestOff { get; private set; }

    public string Language { get; private set; } = "en";

    public Theme Theme { get; private set; }

    public WorkspaceRole WorkspaceRole { get; private set; }

    /// <summary>The space that carries what is private to them.</summary>
    public Guid PersonalSpaceId { get; private init; }

    public DateTime CreatedAt { get; private init; }

    /// <summary>When the account ended; what they wrote stays under "Former member".</summary>
    public DateTime? LeftAt { get; private set; }

    public bool IsFormer => LeftAt is not null;

    public static Person Join(
        Guid id, string name, string email, string zone, string language, WorkspaceRole role, DateTime now)
    {
        var person = new Person
        {
            Id = id,
            UserName = id.ToString(),
            Email = email.Trim(),
            PersonalSpaceId = Guid.CreateVersion7(now),
            WorkspaceRole = role,
            CreatedAt = now,
        };
        person.Rename(name);
        person.MoveTo(zone);
        person.Speak(language);
        return person;
    }

    public void Rename(string name)
    {
        Name = PlainText.Line("name", name, MaxNameLength);
        FoldSearchText();
    }

    public void Describe(string roleText)
    {
        RoleText = PlainText.OptionalLine("roleText", roleText, MaxRoleTextLength);
        FoldSearchText();
    }

    public void MoveTo(string zone) =>
        Zone = zone is not null && NodaTime.DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null
            ? zone
            : throw AppException.Invalid("zone", "That is not a time zone, such as Europe/Lisbon.");

    public void Work(string hours)
    {
        if (hours is null || WeekHoursText.Read(hours) is not { } week)
        {
            throw AppException.Invalid(
                "hours", "That is not a week of hours, such as Mo-Th 09:00-17:00; Fr 09:00-13:00.");
        }

        var written = WeekHoursText.Write(week);
        Hours = written.Length <= WeekHoursText.MaxLength
            ? written
            : throw AppException.Invalid("hours", "That is too many different hours for one week.");
    }

    /// <param name="slots">Times of day; null for the three that are everybody's.</param>
    public void GetBatchesAt(IReadOnlyList<string>? slots) =>
        Batches = slots is null ? null
            : BatchSlots.Read(slots) is { } read ? BatchSlots.Write(read)
            : throw AppException.Invalid("slots", "Those are not one to six different times of day, such as 09:00.");

    /// <param name="status">Empty takes back what was said.</param>
    /// <param name="today">The day where they are.</param>
    public void Say(string? status, DateOnly today)
    {
        Status = PlainText.OptionalLine("status", status, MaxStatusLength);
        StatusOn = Status.Length > 0 ? today : null;
    }

    /// <summary>Null when there is none, or the day it was for is over.</summary>
    public string? StatusAt(DateOnly today) => StatusOn >= today ? Status : null;

    public void ShareAnswerTime(bool shares) => SharesAnswerTime = shares;

    public void Speak(string language) =>
        Language = language is "en" or "de"
            ? language
            : throw AppException.Invalid("language", "Baton speaks en and de.");

    public void WantDigest(bool wanted) => DigestOff = !wanted;

    public void Prefer(Theme theme) => Theme = theme;

    public void Show(string? pictureHash) => PictureHash = pictureHash;

    public void Appoint(WorkspaceRole role) => WorkspaceRole = role;

    /// <summary>A new password, as its hash.</summary>
    /// <param name="stamp">One that was never used: tells Identity that credentials changed.</param>
    public void Protect(string passwordHash, Guid stamp)
    {
        PasswordHash = passwordHash;
        SecurityStamp = stamp.ToString();
    }

    /// <summary>The address they sign in with from now on; they have shown that they read it.</summary>
    public void ReachAt(string email, string normalizedEmail)
    {
        Email = email;
        NormalizedEmail = normalizedEmail;
        EmailConfirmed = true;
    }

    /// <summary>Ends the account: the name and everything private goes, what they wrote stays.</summary>
    public void Leave(DateTime now, Guid stamp)
    {
        LeftAt = now;
        Name = FormerName;
        RoleText = "";
        Hours = null;
        Batches = null;
        Status = "";
        StatusOn = null;
        SharesAnswerTime = false;
        PictureHash = null;
        Email = NormalizedEmail = null;
        PasswordHash = null;
        SecurityStamp = stamp.ToString();
        WorkspaceRole = WorkspaceRole.Guest;
        FoldSearchText();
    }

    private void FoldSearchText()
    {
        var folded = Folded.Of($"{Name} {RoleText}");
        SearchText = folded.Length <= MaxSearchTextLength ? folded : folded[..MaxSearchTextLength];
    }
}
