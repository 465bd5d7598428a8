namespace Baton.Server.Features.Attention.Asks;

/// <summary>
/// What somebody is addressed for. All but <see cref="Know"/> are asks: they end in a recorded answer, delegation,
/// refusal or lapse.
/// </summary>
public enum AskRole
{
    Act,
    Answer,
    Decide,
    Review,

    /// <summary>To be informed; never alerts.</summary>
    Know,
}
