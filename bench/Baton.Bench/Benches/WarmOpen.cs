using Microsoft.Playwright;

namespace Baton.Bench.Benches;

/// <summary>
/// What a person waits for at their own screen: a board of a big workspace that is on the device already.
/// </summary>
public static class WarmOpen
{
    private const int Spaces = 40;
    private const int TasksEach = 1_250;
    private const int Times = 15;

    // The moment of the first frame that shows a card, counted from the start of the page.
    private const string WatchForCards = """
        new MutationObserver((_, watch) => {
          if (!document.querySelector("[data-card]")) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => { window.painted = performance.now(); }));
        }).observe(document, { childList: true, subtree: true });
        """;

    // From the click on another space to the frame that shows a card of its board.
    private const string Switch = """
        (spaceId) => new Promise((resolve) => {
          const before = document.querySelector("[data-list]")?.dataset.list;
          const began = performance.now();
          const look = () => {
            const list = document.querySelector("[data-list]");
            if (!list || list.dataset.list === before || !document.querySelector("[data-card]")) return requestAnimationFrame(look);
            setTimeout(() => resolve(performance.now() - began));
          };
          document.querySelector(`a[href*="/s/${spaceId}"]`).click();
          requestAnimationFrame(look);
        })
        """;

    // From the drop of a card to the frame that shows it in its new list.
    private const string WatchForDrop = """
        ([card, list]) => {
          window.dropped = undefined;
          document.addEventListener("drop", () => {
            const began = performance.now();
            const look = () => {
              if (!document.querySelector(`[data-list="${list}"] [data-card="${card}"]`)) return requestAnimationFrame(look);
              setTimeout(() => { window.dropped = performance.now() - began; });
            };
            look();
          }, { once: true, capture: true });
        }
        """;

    private const string CountPositions = """
        async () => {
          const known = (await indexedDB.databases()).find((db) => db.name.startsWith("baton-"));
          if (!known) return 0;
          const db = await new Promise((resolve) => { const open = indexedDB.open(known.name); open.onsuccess = () => resolve(open.result); });
          try {
            const count = db.transaction("positions").objectStore("positions").count();
            return await new Promise((resolve) => { count.onsuccess = () => resolve(count.result); });
          } finally {
            db.close();
          }
        }
        """;

    public static void Run(Report report) => Measure(report).GetAwaiter().GetResult();

    private static async Task Measure(Report report)
    {
        using var server = BatonServer.Start();
        var team = Team.Of(1, server);
        var spaces = Fill(team);

        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = FirstRoute.Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        });
        await using var context = await chromium.NewContextAsync(
            new BrowserNewContextOptions { ViewportSize = new() { Width = 1280, Height = 800 } });
        var (name, value) = team.CookieOf(0).Split('=', 2) is [var n, var v]
            ? (n, v)
            : throw new BenchException("No cookie.");
        await context.AddCookiesAsync(
            [new Cookie { Name = name, Value = value, Url = $"http://localhost:{server.Port}" }]);
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(WatchForCards);

        await page.GotoAsync($"http://localhost:{server.Port}/s/{spaces[0]}/board");
        await WaitForReplica(page, CountSpaces(team));
        var (reloads, switches, drops) = (new List<double>(), new List<double>(), new List<double>());
        for (var time = -3; time < Times; time++)
        {
            await page.GotoAsync($"http://localhost:{server.Port}/s/{spaces[(time + 3) % Spaces]}/board");
            await page.WaitForFunctionAsync("() => window.painted");
            Keep(time, reloads, await page.EvaluateAsync<double>("() => window.painted"));
        }

        for (var time = -3; time < Times; time++)
        {
            Keep(time, switches, await page.EvaluateAsync<double>(Switch, spaces[(time + Times + 9) % Spaces]));
        }

        for (var time = -3; time < Times; time++)
        {
            Keep(time, drops, await Drop(page));
        }

        report.Says($"warm-open: {Spaces} spaces of {TasksEach} tasks in Chromium's IndexedDB, {Times} times after 3 as warm-up; medians, from the start of the page (a whole reload), the click, the drop");
        report.AtMost("warm-open.reload", Median(reloads), "ms", 300);
        report.AtMost("warm-open.switch", Median(switches), "ms", 300);
        report.AtMost("warm-open.drop", Median(drops), "ms", 50);
    }

    /// <summary>
    /// What is still being read would be read anew by each reload, and compete with what is measured.
    /// </summary>
    private static async Task WaitForReplica(IPage page, int spaces)
    {
        // Not WaitForFunction: it takes the promise of an asynchronous question for a yes.
        for (var tries = 0; await page.EvaluateAsync<int>(CountPositions) < spaces; tries++)
        {
            if (tries == 600)
            {
                throw new BenchException("The workspace is not on the device after five minutes.");
            }

            await Task.Delay(500);
        }

        // The last of it is written; let the browser come to rest.
        await Task.Delay(2_000);
    }

    private static int CountSpaces(Team team)
    {
        using var ada = team.Connect();
        return Team.Json(Team.Expect(ada.Get("/api/spaces"))).GetArrayLength();
    }

    private static void Keep(int time, List<double> kept, double taken)
    {
        if (time >= 0)
        {
            kept.Add(taken);
        }
    }

    private static double Median(List<double> taken) => taken.Order().ElementAt(taken.Count / 2);

    /// <summary>Carries the first card of the first list to the second.</summary>
    private static async Task<double> Drop(IPage page)
    {
        var lists = page.Locator("[data-list]");
        var card = lists.Nth(0).Locator("[data-card]").First;
        await page.EvaluateAsync(WatchForDrop,
            new[] { await card.GetAttributeAsync("data-card"), await lists.Nth(1).GetAttributeAsync("data-list") });
        await card.DragToAsync(lists.Nth(1), new() { TargetPosition = new() { X = 120, Y = 130 } });
        await page.WaitForFunctionAsync("() => window.dropped !== undefined");
        return await page.EvaluateAsync<double>("() => window.dropped");
    }

    private static List<string> Fill(Team team)
    {
        var spaces = Enumerable.Range(0, Spaces).Select(_ => Team.NewId()).ToList();
        Parallel.ForEach(spaces, new ParallelOptions { MaxDegreeOfParallelism = 16 }, space =>
        {
            using var ada = team.Connect();
            Team.Expect(ada.Send("POST", "/api/spaces",
                $$"""{"id":"{{space}}","kind":"group","name":"Space {{spaces.IndexOf(space)}}","personIds":[]}"""));
            var lists = Team.Json(Team.Expect(ada.Get($"/api/spaces/{space}/snapshot")))
                .GetProperty("lists").EnumerateArray()
                .OrderBy(list => list.GetProperty("orderKey").GetString(), StringComparer.Ordinal)
                .Select(list => list.GetProperty("id").GetString()!).ToList();
            for (var order = 0; order < TasksEach; order++)
            {
                Team.Expect(ada.Send("POST", $"/api/spaces/{space}/tasks", $$"""
                    {"id":"{{Team.NewId()}}","listId":"{{lists[order % 2]}}","orderKey":"{{CreateTask.OrderKey(order)}}","title":"Rewrite headline {{order}}"}
                    """));
            }
        });
        return spaces;
    }
}
