using Baton.Server.Features.Attention.Hearings;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Attention.Asks;

/// <summary>
/// One person's part in a post. Queued -> Delivered -> Taken, and in the end Answered, Delegated, Declined, Superseded,
/// Withdrawn, Lapsed or, of what is only to be known, LetGo. Never whether it was read.
/// </summary>
public sealed class Addressee
{
    public const int MaxNoteLength = 500;

    private static readonly TimeSpan LongestPromise = TimeSpan.FromDays(366);

    private Addressee()
    {
    }

    public Guid Id { get; private init; }

    public Guid PostId { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>Who addressed them: the sender, or who delegated.</summary>
    public Guid ById { get; private set; }

    public AskRole Role { get; private set; }

    public Why Why { get; private set; }

    /// <summary>The topic they follow, the task they watch, who delegated.</summary>
    public Guid? WhyOfId { get; private set; }

    public AddresseeState State { get; private set; }

    /// <summary>By when they are asked to respond; null for whenever, and of what is only to be known.</summary>
    public DateTime? RespondBy { get; private set; }

    /// <summary>When an ask ends by itself; null of what is only to be known.</summary>
    public DateTime? LapseAt { get; private set; }

    /// <summary>
    /// The plan: when they hear of this next. Null when nothing is planned: they have it, or have no working time in
    /// sight.
    /// </summary>
    public DateTime? DeliverAt { get; private set; }

    /// <summary>
    /// The batch it was last planned for. It stays when they look before: nobody is to learn from it when they did.
    /// </summary>
    public DateTime? PlannedFor { get; private set; }

    /// <summary>When they had it: with its batch, or when they did something about it before.</summary>
    public DateTime? DeliveredAt { get; private set; }

    /// <summary>The batch that brought it, the last of them if it was put off; null before.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>Until when they said they would do it.</summary>
    public DateTime? CommitAt { get; private set; }

    public Guid? DelegatedToId { get; private set; }

    /// <summary>Why they declined, or what they said when they handed it on.</summary>
    public string Note { get; private set; } = "";

    public DateTime? SnoozedUntil { get; private set; }

    /// <summary>What they had chosen to hear there, if for that reason it passed them by.</summary>
    public HearingLevel? Unheard { get; private set; }

    /// <summary>When they had chosen it.</summary>
    public DateTime? ChosenAt { get; private set; }

    public DateTime AddressedAt { get; private init; }

    /// <summary>
    /// Since when their time to respond is reckoned: when they were addressed, asked, or given time anew.
    /// </summary>
    public DateTime BeganAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public bool IsAsk => Role != AskRole.Know;

    public bool IsOpen => ClosedAt is null;

    public static Addressee Of(
        Guid id, Guid postId, Guid byId, Guid personId, AskRole role, Why why, Guid? whyOfId, DateTime now) => new()
        {
            Id = id,
            PostId = postId,
            PersonId = personId,
            ById = byId,
            Role = role,
            Why = why,
            WhyOfId = whyOfId,
            AddressedAt = now,
            BeganAt = now,
        };

    /// <summary>Their time begins at that moment.</summary>
    public void Begin(DateTime from) => BeganAt = from;

    /// <summary>What follows from their calendar, and again whenever that changes.</summary>
    public void Expect(DateTime? respondBy, DateTime lapseAt) =>
        (RespondBy, LapseAt) = (respondBy, CommitAt > lapseAt ? CommitAt : lapseAt);

    public void Plan(DateTime? deliverAt)
    {
        DeliverAt = deliverAt;
        PlannedFor = State == AddresseeState.Queued ? deliverAt : PlannedFor;
    }

    /// <summary>Who was only to know is asked now.</summary>
    public void Ask(AskRole role, Guid byId, Why why, Guid? whyOfId)
    {
        (Role, ById, Why, WhyOfId) = (role, byId, why, whyOfId);
        (State, SnoozedUntil) = (AddresseeState.Queued, null);
    }

    /// <summary>Its batch has come.</summary>
    public void Deliver(DateTime now)
    {
        State = State == AddresseeState.Queued ? AddresseeState.Delivered : State;
        DeliveredAt ??= now;
        (DeliverAt, SnoozedUntil) = (null, null);
    }

    public void ComeWith(Guid batchId) => BatchId = batchId;

    /// <summary>They will do it, by a date if they name one.</summary>
    public void Take(DateTime? commitAt, DateTime now)
    {
        RequireOpenAsk();
        if (commitAt <= now)
        {
            throw AppException.Invalid("at", "That moment is over. When will it be done?");
        }

        if (commitAt > now + LongestPromise)
        {
            throw AppException.Invalid("at", "Choose a moment within the year to come.");
        }

        Act(AddresseeState.Taken, now);
        CommitAt = commitAt;
        LapseAt = commitAt > LapseAt ? commitAt : LapseAt;
    }

    public void GiveBack()
    {
        RequireOpenAsk();
        (State, CommitAt) = (AddresseeState.Delivered, null);
    }

    /// <summary>Done, answered, decided or reviewed; also after it lapsed: better late than never.</summary>
    public void Answer(DateTime now)
    {
        if (State != AddresseeState.Lapsed)
        {
            RequireOpenAsk();
        }

        Act(AddresseeState.Answered, now);
    }

    public void Delegate(Guid toId, string? note, DateTime now)
    {
        RequireOpenAsk();
        Note = PlainText.OptionalLine("note", note, MaxNoteLength);
        DelegatedToId = toId;
        Act(AddresseeState.Delegated, now);
    }

    public void Decline(string? reason, DateTime now)
    {
        RequireOpenAsk();
        Note = PlainText.OptionalLine("reason", reason, MaxNoteLength);
        Act(AddresseeState.Declined, now);
    }

    /// <summary>Undoes an answer, a refusal, a delegation, a letting go; they have it again.</summary>
    public void Reopen()
    {
        State = CommitAt is not null ? AddresseeState.Taken
            : DeliveredAt is not null ? AddresseeState.Delivered
            : AddresseeState.Queued;
        ClosedAt = null;
        (Note, DelegatedToId) = ("", null);
        (Unheard, ChosenAt) = (null, null);
    }

    /// <summary>It ended without their doing, and is asked again: with their next batch.</summary>
    public void AskAgain()
    {
        Reopen();
        State = State == AddresseeState.Delivered ? AddresseeState.Queued : State;
    }

    /// <summary>Over without their doing: another one took it, the sender took it back, the time ran out.</summary>
    public void End(AddresseeState state, DateTime now)
    {
        (State, ClosedAt) = (state, now);
        (DeliverAt, SnoozedUntil) = (null, null);
    }

    public void LetGo(DateTime now)
    {
        if (IsAsk)
        {
            throw AppException.Conflict("ask-open",
                "Somebody asks this of you: answer, hand it on or decline it.", AskResponse.From(this));
        }

        Act(AddresseeState.LetGo, now);
    }

    /// <summary>Let go before it came, by what they chose to hear of its place.</summary>
    public void PassBy(Hearing chosen, DateTime now)
    {
        End(AddresseeState.LetGo, now);
        (Unheard, ChosenAt) = (chosen.Level, chosen.ChosenAt);
    }

    /// <summary>Who had it only because they hear the whole chat is named in it now.</summary>
    public void Name() => Why = Why.Named;

    /// <summary>Out of the inbox until a moment at work.</summary>
    public void Snooze(DateTime until, DateTime now)
    {
        RequireOpen();
        Act(State == AddresseeState.Queued ? AddresseeState.Delivered : State, now);
        (SnoozedUntil, DeliverAt) = (until, until);
    }

    public void Wake() => (SnoozedUntil, DeliverAt) = (null, null);

    /// <exception cref="AppException">409 <c>ask-closed</c>.</exception>
    public void RequireOpen()
    {
        if (!IsOpen)
        {
            throw AppException.Conflict("ask-closed", "This is over already.", AskResponse.From(this));
        }
    }

    private void RequireOpenAsk()
    {
        RequireOpen();
        if (!IsAsk)
        {
            throw AppException.Conflict("ask-missing",
                "Nobody asks anything of you here: it is for you to know.", AskResponse.From(this));
        }
    }

    // Whoever acts on it has it, whether its batch has come or not.
    private void Act(AddresseeState state, DateTime now)
    {
        State = state;
        DeliveredAt ??= now;
        ClosedAt = state.IsClosed() ? now : null;
        (DeliverAt, SnoozedUntil) = (null, null);
    }
}
