namespace Baton.Bench.Benches;

public static class FirstRoute
{
    public static void Run(Report report) { }
}
