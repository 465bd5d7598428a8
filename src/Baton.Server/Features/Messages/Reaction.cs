using Baton.Server.Kernel.Text;

namespace Baton.Server.Features.Messages;

/// <summary>One person's one emoji on a message.</summary>
public sealed class Reaction
{
    private Reaction()
    {
    }

    public Guid MessageId { get; private init; }

    public string Emoji { get; private init; } = "";

    public Guid PersonId { get; private init; }

    public DateTime At { get; private init; }

    public static Reaction Of(Guid messageId, string emoji, Guid personId, DateTime now) =>
        new() { MessageId = messageId, Emoji = OneEmoji.Require("emoji", emoji), PersonId = personId, At = now };
}
