using System.Globalization;

namespace Baton.Bench;

/// <summary>
/// Writes one line per figure: <c>name value unit target met|short</c>. Lines with <c>#</c> say how it was measured.
/// </summary>
public sealed class Report(TextWriter output)
{
    public bool AllMet { get; private set; } = true;

    public void Says(string how) => output.WriteLine($"# {how}");

    public void AtMost(string name, double value, string unit, double target) =>
        Line(name, value, unit, $"<={Plain(target)}", value <= target);

    public void AtLeast(string name, double value, string unit, double target) =>
        Line(name, value, unit, $">={Plain(target)}", value >= target);

    private void Line(string name, double value, string unit, string target, bool met)
    {
        AllMet &= met;
        output.WriteLine($"{name} {Plain(value)} {unit} {target} {(met ? "met" : "short")}");
        output.Flush();
    }

    private static string Plain(double value) =>
        value.ToString(value >= 100 ? "0" : "0.##", CultureInfo.InvariantCulture);
}
