namespace Baton.Server.Features.Attention.Asks;

/// <summary>What a post asks of whom, for the answer that carries it.</summary>
/// <param name="Informs">How many are to know of it and are asked nothing.</param>
public sealed record Sealed(IReadOnlyList<AskResponse> Asks, int Informs)
{
    public static Sealed Nobody { get; } = new([], 0);
}
