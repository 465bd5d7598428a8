using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Attention.Hearings;

/// <summary>
/// How much of a place somebody chose to hear. It is theirs alone: nobody else can learn of it (decision record 21).
/// </summary>
public sealed class Hearing
{
    public const int MaxPerPerson = 1000;

    private Hearing()
    {
    }

    public Guid PersonId { get; private init; }

    public HearingPlace Place { get; private init; }

    /// <summary>The topic, the task, or the space, also of its chat.</summary>
    public Guid PlaceId { get; private init; }

    public HearingLevel Level { get; private set; }

    public DateTime ChosenAt { get; private set; }

    /// <summary>Less than without a choice.</summary>
    public bool IsLess => Level is HearingLevel.Named or HearingLevel.Asks;

    /// <exception cref="AppException">400 for a level that such a place does not have.</exception>
    public static Hearing Of(
        Guid personId, HearingPlace place, Guid placeId, HearingLevel level, DateTime now)
    {
        var hearing = new Hearing { PersonId = personId, Place = place, PlaceId = placeId };
        hearing.Choose(level, now);
        return hearing;
    }

    /// <inheritdoc cref="Of"/>
    public void Choose(HearingLevel level, DateTime now)
    {
        var refusal = (Place, level) switch
        {
            (HearingPlace.Topic, HearingLevel.Everything) => "To hear everything in a topic, follow it.",
            (HearingPlace.Task, HearingLevel.Everything) => "To hear everything of a task, watch it.",
            (HearingPlace.Space, HearingLevel.Everything) =>
                "Everything can be heard of a chat. Follow topics and watch tasks one by one.",
            (HearingPlace.Space, HearingLevel.Usual) => "To hear a whole space as usual, take your choice back.",
            _ => Enum.IsDefined(level) ? null : "Choose everything, usual, named or asks.",
        };
        (Level, ChosenAt) = refusal is null ? (level, now) : throw AppException.Invalid("level", refusal);
    }

    /// <summary>Whether what is only to be known passes them by.</summary>
    /// <param name="isNamed">It names them.</param>
    public bool PassesBy(bool isNamed) => Level == HearingLevel.Asks || (Level == HearingLevel.Named && !isNamed);
}
