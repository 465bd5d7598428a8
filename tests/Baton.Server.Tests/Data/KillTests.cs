using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Data;

/// <summary>
/// The server as a process of its own, killed as the kernel kills: no clean-up, no warning, again and again.
/// </summary>
public sealed class KillTests
{
    private const int Kills = 50;
    private const int Writers = 8;

    private readonly ConcurrentDictionary<Guid, string> _acknowledged = [];
    private readonly ConcurrentQueue<(Guid Id, string Body)> _unanswered = [];

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_said_twice()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres,
            "PostgreSQL keeps what it acknowledged; only its client would be killed here.");
        await using var database = await TestDatabase.Create();
        var random = new Random(142);
        var space = Guid.CreateVersion7();
        var cookie = "";
        for (var kill = 0; kill < Kills; kill++)
        {
            using var server = await Running.Start(database);
            using var browser = server.Browser(cookie);
            if (kill == 0)
            {
                cookie = await SetUp(browser, space);
            }

            using var ada = server.Browser(cookie);
            var before = _acknowledged.Count;
            var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Write(ada, space)));
            await Until(() => _acknowledged.Count >= before + random.Next(1, 120), writing);
            server.Kill();
            await writing;
        }

        using var last = await Running.Start(database);
        using var reader = last.Browser(cookie);
        while (_unanswered.TryDequeue(out var sent))
        {
            await Say(reader, space, sent.Id, sent.Body);
        }

        var read = await Everything(reader, space);
        Assert.Equal(_acknowledged.OrderBy(m => m.Key), read.OrderBy(m => m.Key));
        await Versions_have_no_gap(reader, space);
    }

    /// <summary>
    /// Says one thing after the other until the server is gone; what got no answer is sent again in the end.
    /// </summary>
    private async Task Write(HttpClient browser, Guid space)
    {
        while (true)
        {
            var (id, body) = (Guid.CreateVersion7(), $"The fence at gate {Random.Shared.Next()} is painted.");
            try
            {
                await Say(browser, space, id, body);
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
            {
                _unanswered.Enqueue((id, body));
                return;
            }
        }
    }

    private async Task Say(HttpClient browser, Guid space, Guid id, string body)
    {
        using var answer = await browser.PostAsJsonAsync($"/api/spaces/{space}/messages", new { id, body });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        _acknowledged[id] = body;
    }

    private static async Task<Dictionary<Guid, string>> Everything(HttpClient browser, Guid space)
    {
        var all = new Dictionary<Guid, string>();
        var older = "";
        while (older is not null)
        {
            var page = await browser.GetFromJsonAsync<JsonElement>($"/api/spaces/{space}/messages?limit=200{older}");
            foreach (var message in page.GetProperty("items").EnumerateArray())
            {
                all.Add(message.GetProperty("id").GetGuid(), message.Text("body")!);
            }

            older = page.Text("before") is { } before ? $"&before={before}" : null;
        }

        return all;
    }

    private async Task Versions_have_no_gap(HttpClient browser, Guid space)
    {
        var (version, posted, more) = (0L, 0, true);
        while (more)
        {
            var page = await browser.GetFromJsonAsync<JsonElement>($"/api/spaces/{space}/changes?after={version}");
            more = page.GetProperty("more").GetBoolean();
            foreach (var change in page.GetProperty("changes").EnumerateArray())
            {
                Assert.Equal(++version, change.GetProperty("version").GetInt64());
                posted += change.Text("kind") == "message.posted" ? 1 : 0;
            }
        }

        Assert.Equal(_acknowledged.Count, posted);
    }

    private static async Task<string> SetUp(HttpClient browser, Guid space)
    {
        var answer = await browser.PostAsJsonAsync("/api/setup", new
        {
            workspaceName = "Fernweh",
            name = "Ada",
            email = "ada@team.example",
            password = TestApp.Password,
            zone = "Europe/Lisbon",
            language = "en",
        });
        answer.EnsureSuccessStatusCode();
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        (await browser.PostAsJsonAsync("/api/spaces", new { id = space, kind = "group", name = "Launch" }))
            .EnsureSuccessStatusCode();
        return cookie;
    }

    private static async Task Until(Func<bool> reached, Task writing)
    {
        while (!reached())
        {
            Assert.False(writing.IsCompleted, "The writers ended before the server was killed.");
            await Task.Delay(1);
        }
    }

    private sealed class Running : IDisposable
    {
        private readonly Process _process;
        private readonly Uri _address;

        private Running(Process process, Uri address)
        {
            _process = process;
            _address = address;
        }

        public static async Task<Running> Start(TestDatabase database)
        {
            var address = new Uri($"http://localhost:{FreePort()}");
            var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "baton"), "serve")
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["BATON_URL"] = address.ToString(),
                    ["BATON_DATA"] = database.Folder,
                    ["BATON_DATABASE"] = database.ConnectionString,
                    ["BATON_MIGRATE"] = "false",
                    ["BATON_LIMITS__REQUESTSPERSECOND"] = "1000000",
                    ["BATON_LIMITS__BURST"] = "1000000",
                    ["Logging__LogLevel__Default"] = "Error",
                },
            })!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            var running = new Running(process, address);
            await running.WaitUntilReady();
            return running;
        }

        public HttpClient Browser(string cookie)
        {
            var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = _address };
            if (cookie.Length > 0)
            {
                browser.DefaultRequestHeaders.Add("Cookie", cookie);
            }

            return browser;
        }

        /// <summary>SIGKILL: nothing in the process runs any more.</summary>
        public void Kill()
        {
            _process.Kill();
            _process.WaitForExit();
        }

        public void Dispose()
        {
            if (!_process.HasExited)
            {
                Kill();
            }

            _process.Dispose();
        }

        /// <summary>
        /// Waits as long as the server gets on. On a busy machine its second of work takes long to come by.
        /// </summary>
        private async Task WaitUntilReady()
        {
            using var browser = Browser("");
            var (worked, since) = (TimeSpan.Zero, Stopwatch.GetTimestamp());
            while (!await IsReady(browser))
            {
                Assert.False(_process.HasExited, "The server ended while it started.");
                _process.Refresh();
                if (_process.TotalProcessorTime - worked > TimeSpan.FromSeconds(0.2))
                {
                    (worked, since) = (_process.TotalProcessorTime, Stopwatch.GetTimestamp());
                }

                Assert.True(worked < TimeSpan.FromSeconds(20), "The server worked for 20 seconds and did not start.");
                Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromMinutes(1),
                    "The server did nothing for a minute and did not start.");
                await Task.Delay(10);
            }
        }

        private static async Task<bool> IsReady(HttpClient browser)
        {
            try
            {
                using var answer = await browser.GetAsync(new Uri("/healthz", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
                return false;
            }
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
