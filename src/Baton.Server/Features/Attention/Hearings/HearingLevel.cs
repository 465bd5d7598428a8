namespace Baton.Server.Features.Attention.Hearings;

/// <summary>How much of a place somebody hears. What is asked of them always comes.</summary>
public enum HearingLevel
{
    /// <summary>Every message of a space's chat. Of a topic that is to follow it, of a task to watch it.</summary>
    Everything,

    /// <summary>As without any choice, whatever was chosen for the whole space.</summary>
    Usual,

    /// <summary>Only what names or asks them.</summary>
    Named,

    /// <summary>Only what is asked of them.</summary>
    Asks,
}

/// <summary>What a choice is about; the place says more than the whole space.</summary>
public enum HearingPlace
{
    /// <summary>The whole space.</summary>
    Space,

    /// <summary>Its chat, by the id of the space.</summary>
    Chat,

    Topic,

    Task,
}
