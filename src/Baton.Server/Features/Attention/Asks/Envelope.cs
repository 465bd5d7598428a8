using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Attention.Asks;

/// <summary>
/// What a post with addressees wants, and by when. A post without any has none: it is record only.
/// </summary>
public sealed class Envelope : ISpaceItem
{
    public const int MaxSubjectLength = 200;
    public const int MaxReasonLength = 200;
    public const int MaxEffort = 60 * 40;

    /// <summary>
    /// Bounds and default of <see cref="RespondIn"/>, in minutes of working time (async.md, defaults).
    /// </summary>
    public const int ShortestMinutes = 2 * 60;

    public const int DefaultMinutes = 8 * 60;
    public const int LongestMinutes = 20 * 8 * 60;

    private Envelope()
    {
    }

    /// <summary>The post's.</summary>
    public Guid Id { get; private init; }

    public PostKind Kind { get; private init; }

    public Guid SpaceId { get; private set; }

    public DateTime BeganAt { get; private set; }

    public PostPlace Place { get; private init; }

    public Guid PlaceId { get; private init; }

    public Guid SenderId { get; private init; }

    public string Subject { get; private set; } = "";

    public Urgency Urgency { get; private set; }

    /// <summary>Minutes of working time, for <see cref="Urgency.InTime"/>.</summary>
    public int? RespondIn { get; private init; }

    /// <summary>For <see cref="Urgency.ByDate"/>.</summary>
    public DateOnly? RespondOn { get; private set; }

    /// <summary>Whoever takes it first has it; for the others it is over.</summary>
    public bool OneOf { get; private init; }

    /// <summary>Who has it, of a post that asks one of several.</summary>
    public Guid? TakenById { get; private set; }

    /// <summary>Minutes of work that the sender expects of each who is asked.</summary>
    public int? Effort { get; private init; }

    /// <summary>Why more than seven are asked.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What happens when nobody answers.</summary>
    public string IfSilent { get; private set; } = "";

    public DateTime SentAt { get; private init; }

    /// <summary>When the post was deleted; null while it is there.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>See <see cref="Ledger.ContentHash"/>; erased with the words.</summary>
    public byte[] Salt { get; private set; } = [];

    public string ContentHash => Ledger.ContentHash.Of(Salt, Subject);

    public static Envelope Seal(Post post, EnvelopeRequest wish, DateTime now) => new()
    {
        Id = post.Id,
        Kind = post.Kind,
        SpaceId = post.SpaceId,
        BeganAt = post.BeganAt,
        Place = post.Place,
        PlaceId = post.PlaceId,
        SenderId = post.SenderId,
        Subject = post.Subject,
        Urgency = UrgencyOf(wish) == Urgency.BreakGlass || wish.BreakGlass is null
            ? UrgencyOf(wish)
            : throw AppException.Invalid("envelope.breakGlass", "Only what cannot wait says what breaks."),
        RespondIn = UrgencyOf(wish) == Urgency.InTime ? MinutesOf(wish) : null,
        RespondOn = DateOf(wish, now),
        OneOf = wish.OneOf,
        Effort = wish.Effort is null or (> 0 and <= MaxEffort)
            ? wish.Effort
            : throw AppException.Invalid("envelope.effort", $"Effort is 1 to {MaxEffort} minutes."),
        Reason = PlainText.OptionalLine("envelope.reason", wish.Reason, MaxReasonLength),
        IfSilent = PlainText.OptionalLine("envelope.ifSilent", wish.IfSilent, MaxReasonLength),
        SentAt = now,
        Salt = Ledger.ContentHash.NewSalt(),
    };

    /// <summary>The envelope of a task: who is assigned is asked to do it, by its date if it has one.</summary>
    public static Envelope OfTask(Post task, DateOnly? due, DateTime now)
    {
        var envelope = Seal(task, new EnvelopeRequest { Urgency = Urgency.Whenever }, now);
        envelope.Date(due);
        return envelope;
    }

    /// <summary>The date of its task, or that it has none.</summary>
    public void Date(DateOnly? due) =>
        (Urgency, RespondOn) = (due is null ? Urgency.Whenever : Urgency.ByDate, due);

    /// <summary>The post is gone.</summary>
    public void Withdraw(DateTime now) => WithdrawnAt = now;

    /// <summary>It is there again.</summary>
    public void Return() => WithdrawnAt = null;

    /// <summary>The post says it in other words now.</summary>
    public void Reword(string subject) => Subject = subject;

    /// <summary>
    /// Takes the words out, for good: what the ledger holds of them can no longer be read or guessed.
    /// </summary>
    public void Erase() => (Subject, Reason, IfSilent, Salt) = ("", "", "", []);

    public void TakeBy(Guid? personId) => TakenById = personId;

    private static Urgency UrgencyOf(EnvelopeRequest wish) =>
        wish.Urgency
            ?? (wish.RespondOn is not null ? Urgency.ByDate : Urgency.InTime);

    private static int MinutesOf(EnvelopeRequest wish) =>
        (wish.RespondIn ?? DefaultMinutes) is >= ShortestMinutes and <= LongestMinutes and var minutes
            ? minutes
            : throw AppException.Invalid("envelope.respondIn",
                "Give them at least two hours and at most twenty days of their working time.");

    // Where it is latest, a day ends twelve hours after it does in UTC.
    private static DateOnly? DateOf(EnvelopeRequest wish, DateTime now)
    {
        if (UrgencyOf(wish) != Urgency.ByDate)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(now.AddHours(-12));
        return wish.RespondOn switch
        {
            null => throw AppException.Invalid("envelope.respondOn", "By which date?"),
            { } date when date < today => throw AppException.Invalid("envelope.respondOn", "That date is over."),
            { } date when date > today.AddYears(1) =>
                throw AppException.Invalid("envelope.respondOn", "That is more than a year away."),
            { } date => date,
        };
    }
}
