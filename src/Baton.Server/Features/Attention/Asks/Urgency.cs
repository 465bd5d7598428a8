namespace Baton.Server.Features.Attention.Asks;

/// <summary>By when an answer is wanted. It becomes an instant for each person, by their own calendar.</summary>
public enum Urgency
{
    /// <summary>
    /// No date; after <see cref="Envelope.LongestMinutes"/> of their working time it lapses all the same.
    /// </summary>
    Whenever,

    /// <summary>Within so much of their working time.</summary>
    InTime,

    /// <summary>By the end of their work on a date.</summary>
    ByDate,

    /// <summary>By the end of their next day at work.</summary>
    NextWorkingDay,

    /// <summary>At once, whatever their hours are; see <see cref="Glass.BreakGlass"/>.</summary>
    BreakGlass,
}
