using System.ComponentModel.DataAnnotations;
using Baton.Server.Features.Attention.Glass;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Attention.Asks;

/// <summary>Who needs to see a post, what for and by when. All of it may be left out: then nobody is asked.</summary>
public sealed record EnvelopeRequest
{
    public const int MaxAddressees = 500;

    /// <summary>More than so many are asked one of them, or with a reason.</summary>
    public const int MaxAsked = 7;

    public static EnvelopeRequest Empty { get; } = new();

    [MaxLength(MaxAddressees)]
    public IReadOnlyList<AddresseeRequest>? Addressees { get; init; }

    /// <summary>Left out, an ask has a date if one is given, else one working day.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>Minutes of each person's own working time.</summary>
    public int? RespondIn { get; init; }

    public DateOnly? RespondOn { get; init; }

    /// <summary>Any one of them will do.</summary>
    public bool OneOf { get; init; }

    /// <summary>Minutes of work expected of each who is asked.</summary>
    public int? Effort { get; init; }

    /// <summary>Why more than seven are asked.</summary>
    [TextLimit(Envelope.MaxReasonLength)]
    public string? Reason { get; init; }

    /// <summary>What happens when nobody answers.</summary>
    [TextLimit(Envelope.MaxReasonLength)]
    public string? IfSilent { get; init; }

    /// <summary>What <see cref="Urgency.BreakGlass"/> needs, and nothing else.</summary>
    public BreakGlassRequest? BreakGlass { get; init; }
}

/// <summary>Either a person or a group.</summary>
public sealed record AddresseeRequest(AskRole Role, Guid? PersonId = null, AddresseeGroup? Group = null);

/// <summary>Who is in it is settled when the post is sent.</summary>
public enum AddresseeGroup
{
    /// <summary>Everybody in the space.</summary>
    Space,

    /// <summary>Whoever follows the topic.</summary>
    Followers,

    /// <summary>Whoever is assigned to the task.</summary>
    Assignees,
}
