namespace Baton.Server.Features.Attention.Horizon;

/// <summary>In how much of their own working time somebody usually takes or answers what they are asked.</summary>
public enum UsualAnswer
{
    WithinTwoHours,
    WithinHalfADay,
    WithinADay,
    WithinTwoDays,
    WithinAWeek,
    Later,
}

public static class UsualAnswers
{
    /// <summary>Fewer would show a single ask (C4).</summary>
    public const int FewestSamples = 20;

    /// <param name="worked">Minutes of working time from when each had come to when it was taken or answered.</param>
    /// <returns>The range that three of four lie in; null for too few.</returns>
    public static UsualAnswer? Of(IReadOnlyList<double> worked) =>
        worked.Count < FewestSamples ? null
        : worked.Order().ElementAt((int)Math.Ceiling(worked.Count * 0.75) - 1) switch
        {
            <= 2 * 60 => UsualAnswer.WithinTwoHours,
            <= 4 * 60 => UsualAnswer.WithinHalfADay,
            <= 8 * 60 => UsualAnswer.WithinADay,
            <= 16 * 60 => UsualAnswer.WithinTwoDays,
            <= 40 * 60 => UsualAnswer.WithinAWeek,
            _ => UsualAnswer.Later,
        };
}
