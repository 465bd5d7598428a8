namespace Baton.Bench;

/// <summary>
/// One promise of the product that can be measured; <paramref name="Run"/> writes its figures into the report.
/// </summary>
public sealed record Promise(string Name, string What, Action<Report> Run);

/// <summary>A bench could not measure; the message says what to do.</summary>
public sealed class BenchException(string message) : Exception(message);
