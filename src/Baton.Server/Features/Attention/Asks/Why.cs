namespace Baton.Server.Features.Attention.Asks;

/// <summary>Why somebody is addressed: the words after "You, because".</summary>
public enum Why
{
    /// <summary>The sender named them.</summary>
    Named,

    /// <summary>The sender named a group they were in at that moment.</summary>
    Group,

    /// <summary>The conversation is between few, and they are one of them.</summary>
    Direct,

    /// <summary>They are assigned to the task.</summary>
    Assigned,

    /// <summary>They watch the task.</summary>
    Watches,

    /// <summary>They made the task.</summary>
    Made,

    /// <summary>They follow the topic.</summary>
    Follows,

    /// <summary>
    /// They chose to hear all of this chat. It is theirs alone: wherever others see or count who was addressed, they
    /// are not among them for it.
    /// </summary>
    Hears,

    /// <summary>Somebody who was asked handed it on to them.</summary>
    Delegated,
}
