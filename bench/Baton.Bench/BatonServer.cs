using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Baton.Bench;

/// <summary>
/// The published program (Release, ReadyToRun) in a process of its own, on an empty data directory and a free port;
/// both are gone after <see cref="Dispose"/>. Rate limits are raised out of the way: a bench is one busy address.
/// </summary>
public sealed class BatonServer : IDisposable
{
    private readonly Process _process;
    private readonly string _data;
    private readonly bool _keepsData;
    private readonly ConcurrentQueue<string> _said = [];

    private BatonServer(string data, bool keepsData)
    {
        _data = data;
        _keepsData = keepsData;
        Port = FreePort();
        var began = Stopwatch.GetTimestamp();
        _process = Process.Start(new ProcessStartInfo(Program, "serve")
        {
            WorkingDirectory = Path.GetDirectoryName(Program),
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["BATON_URL"] = $"http://localhost:{Port}",
                ["BATON_DATA"] = data,
                ["BATON_LIMITS__REQUESTSPERSECOND"] = "1000000",
                ["BATON_LIMITS__BURST"] = "1000000",
                ["BATON_LIMITS__SIGNINSPERMINUTE"] = "1000000",
                ["BATON_LIMITS__FEEDSPERPERSON"] = "1000000",
                ["BATON_LIMITS__FEEDSPERSESSION"] = "1000000",
                ["Logging__LogLevel__Default"] = "Warning",
            },
        })!;
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        WaitForFirstAnswer();
        StartedIn = Stopwatch.GetElapsedTime(began);
    }

    public int Port { get; }

    /// <summary>The database of the server; another program may read and write it beside (WAL).</summary>
    public string DatabaseFile => Path.Combine(_data, "baton.db");

    /// <summary>From starting the process to the first 200 of /readyz.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>Resident memory in bytes.</summary>
    public long Resident
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status")
                .First(it => it.StartsWith("VmRSS:", StringComparison.Ordinal));
            return 1024
                * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
    }

    public static BatonServer Start() =>
        new(Directory.CreateTempSubdirectory("baton-bench-").FullName, keepsData: false);

    /// <summary>Starts on data that another server has made and that outlives this one.</summary>
    public static BatonServer StartOn(string data) => new(data, keepsData: true);

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        if (!_keepsData)
        {
            Directory.Delete(_data, recursive: true);
        }
    }

    private static string Program
    {
        get
        {
            var program = Environment.GetEnvironmentVariable("BATON_BENCH_SERVER")
                ?? Path.Combine(Environment.CurrentDirectory, "artifacts", "publish", "baton", "baton");
            return File.Exists(program)
                ? program
                : throw new BenchException(
                    $"The published server is not at {program}. Run ./dev bench, which publishes it first.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void WaitForFirstAnswer()
    {
        var deadline = Stopwatch.GetTimestamp() + 30 * Stopwatch.Frequency;
        while (Stopwatch.GetTimestamp() < deadline && !_process.HasExited)
        {
            try
            {
                using var wire = new Wire(Port, cookie: null);
                if (wire.Get("/readyz").Status == 200)
                {
                    return;
                }
            }
            catch (SocketException)
            {
                // Nobody listens on the port yet.
            }

            Thread.Sleep(2);
        }

        var what = _process.HasExited ? "ended before it answered" : "did not answer within 30 s";
        throw new BenchException($"The server {what}. It said:\n{string.Join('\n', _said.TakeLast(20))}");
    }
}
