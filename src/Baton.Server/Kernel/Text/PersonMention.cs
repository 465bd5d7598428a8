namespace Baton.Server.Kernel.Text;

/// <summary>Somebody whom a text mentions.</summary>
/// <param name="Asks">A question mark stands directly at their name.</param>
public sealed record PersonMention(Guid PersonId, bool Asks);
