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

/// <summary>
/// How, by whom and when a topic was closed; stands on top of it, also as its earlier outcome once it is open again.
/// </summary>
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

    public static Closure Of(Guid topicId) => new() { TopicId = topicId };

    /// <summary>Puts this outcome in the place of an earlier one; it holds from now on.</summary>
    /// <exception cref="AppException">400 for an answer or a decision without words.</exception>
    public void Say(
        Outcome outcome, string text, IReadOnlyList<Guid> taskIds, Guid personId, Markdown markdown, DateTime now)
    {
        var said = PlainText.Body("text", text, MaxTextLength);
        if (outcome is Outcome.Answer or Outcome.Decision && !PlainText.HasWords(said))
        {
            throw AppException.Invalid("text", "An answer or a decision needs words.");
        }

        (Outcome, Text, Html, TaskIds, ClosedById, ClosedAt, ReopenedAt) =
            (outcome, said, markdown.Render(said), [.. taskIds], personId, now, null);
    }

    public bool Says(Outcome outcome, string text, IReadOnlyList<Guid> taskIds) =>
        outcome == Outcome && PlainText.Body("text", text, MaxTextLength) == Text && taskIds.SequenceEqual(TaskIds);

    public void Lift(DateTime now) => ReopenedAt = now;
}
