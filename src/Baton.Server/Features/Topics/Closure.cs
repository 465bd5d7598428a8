using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Topics;

/// <summary>What a topic ended in.</summary>
public enum Outcome
{
    /// <summary>The question has its answer.</summary>
    Answer,

    Decision,

    /// <summary>It goes on as tasks.</summary>
    Tasks,

    Nothing,
}

/// <summary>How, by whom and when a topic was closed; stands on top of it, also as its earlier outcome once it is open again.</summary>
public sealed class Closure
{
    public const int MaxTextLength = 40_000;
    public const int MaxTasks = 50;

    private Closure()
    {
    }

    public Guid TopicId { get; private init; }

    public Outcome Outcome { get; private set; }

    /// <summary>Markdown.</summary>
    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    /// <summary>The tasks it goes on as.</summary>
    public IReadOnlyList<Guid> TaskIds { get; private set; } = [];

    public Guid ClosedById { get; private set; }

    public DateTime ClosedAt { get; private set; }

    /// <summary>When the topic was opened again; null while this holds.</summary>
    public DateTime? ReopenedAt { get; private set; }

    public static Closure Of(
        Guid topicId, Outcome outcome, string text, IReadOnlyList<Guid> taskIds, Guid personId, Markdown markdown, DateTime now)
    {
        var closure = new Closure { TopicId = topicId };
        closure.Say(outcome, text, taskIds, personId, markdown, now);
        return closure;
    }

    /// <summary>Puts another outcome in its place, which holds from now on; false when it is the same and holds.</summary>
    /// <exception cref="AppException">400 for an answer or a decision without words.</exception>
    public bool Say(Outcome outcome, string text, IReadOnlyList<Guid> taskIds, Guid personId, Markdown markdown, DateTime now)
    {
        var said = PlainText.Body("text", text, MaxTextLength);
        if (outcome is Outcome.Answer or Outcome.Decision && !PlainText.HasWords(said))
        {
            throw AppException.Invalid("text", "An answer or a decision needs words.");
        }

        if (ClosedById != Guid.Empty && ReopenedAt is null && outcome == Outcome && said == Text && taskIds.SequenceEqual(TaskIds))
        {
            return false;
        }

        (Outcome, Text, Html, TaskIds, ClosedById, ClosedAt, ReopenedAt) =
            (outcome, said, markdown.Render(said), [.. taskIds], personId, now, null);
        return true;
    }

    public void Lift(DateTime now) => ReopenedAt = now;
}
