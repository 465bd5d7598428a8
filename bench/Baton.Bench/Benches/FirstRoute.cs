using System.Diagnostics;

namespace Baton.Bench.Benches;

public static class FirstRoute
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    /// <summary>The page asks for its worker when its first screen stands (client/src/app/whenIdle.ts).</summary>
    private const string Worker = "/sw.js";

    /// <summary>
    /// Opens a board in a fresh Chromium and weighs the scripts and styles it asked for before its board
    /// stood, as the server sends them.
    /// </summary>
    public static void Run(Report report)
    {
        using var server = BatonServer.Start();
        var team = Team.Of(1, server);
        using var proxy = new SignedInProxy(server.Port, team.CookieOf(0));
        Browse($"http://localhost:{proxy.Port}/s/{team.SpaceId}/board", proxy);

        var asked = proxy.Asked.ToList();
        var stood = asked.IndexOf(Worker);
        if (stood < 1)
        {
            throw new BenchException("The page never came to its worker: is the client part of the published server?");
        }

        using var ada = team.Connect();
        var needed = Weigh(asked.Take(stood), ada);
        var later = Weigh(asked.Skip(stood), ada);
        report.Says($"first-route: {needed.Count} scripts and styles that a page asked for before its board stood, as sent to a browser that takes brotli; no warm-up");
        report.Says($"first-route: once it stood, the page asked for {later.Count} more ({later.Values.Sum():0} KiB), and its worker for the rest of the client, to keep it");
        report.AtMost("first-route", needed.Values.Sum(), "KiB", 230);
        report.AtMost("first-route.editor", needed.Concat(later)
            .Where(file => file.Key.Contains("editor", StringComparison.Ordinal)).Sum(file => file.Value), "KiB", 0);
    }

    private static Dictionary<string, double> Weigh(IEnumerable<string> asked, Wire wire) => asked
        .Where(path => path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith(".css", StringComparison.Ordinal))
        .Where(path => path != Worker)
        .ToDictionary(path => path, path => wire.Get(path, "Accept-Encoding: br\r\n").Body.Length / 1024.0,
            StringComparer.Ordinal);

    private static void Browse(string address, SignedInProxy proxy)
    {
        var profile = Directory.CreateTempSubdirectory("baton-bench-").FullName;
        using var chromium = Process.Start(new ProcessStartInfo(Chromium)
        {
            ArgumentList =
            {
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-sync",
                "--disable-component-update", "--remote-debugging-port=0", $"--user-data-dir={profile}", address,
            },
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        chromium.BeginErrorReadLine();
        chromium.BeginOutputReadLine();

        var (seen, since) = (0, Stopwatch.GetTimestamp());
        while (seen == 0 || Stopwatch.GetElapsedTime(since) < Quiet)
        {
            if (seen == 0 && Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(30))
            {
                chromium.Kill(entireProcessTree: true);
                throw new BenchException("Chromium asked for nothing within 30 s.");
            }

            if (proxy.Asked.Count != seen)
            {
                (seen, since) = (proxy.Asked.Count, Stopwatch.GetTimestamp());
            }

            Thread.Sleep(50);
        }

        chromium.Kill(entireProcessTree: true);
        chromium.WaitForExit();
        Directory.Delete(profile, recursive: true);
    }

    public static string Chromium => new[] { Environment.GetEnvironmentVariable("BATON_TEST_CHROMIUM"),
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(File.Exists)
            ?? throw new BenchException(
                "first-route needs Chromium; it was not found. Install it (Debian: sudo apt-get install chromium).");
}
