namespace Baton.Server.Features.Messages;

/// <summary>Words that stood in a message until they were replaced.</summary>
public sealed class MessageEdit
{
    private MessageEdit()
    {
    }

    public Guid MessageId { get; private init; }

    /// <summary>
    /// 0 for the words it was posted with. Of two edits at once the second finds its number taken and starts over.
    /// </summary>
    public int Number { get; private init; }

    public string Body { get; private init; } = "";

    public string Html { get; private init; } = "";

    /// <summary>When these words were written.</summary>
    public DateTime At { get; private init; }

    /// <summary>The words as they stand now.</summary>
    public static MessageEdit Of(Message message) => new()
    {
        MessageId = message.Id,
        Number = message.EditCount,
        Body = message.Body,
        Html = message.Html,
        At = message.EditedAt ?? message.PostedAt,
    };
}
