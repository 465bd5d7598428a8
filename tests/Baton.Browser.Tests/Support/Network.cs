using Microsoft.Playwright;

namespace Baton.Browser.Tests.Support;

/// <summary>
/// The way between a browser and the server, cut and mended. The page itself still loads: only the API is away.
/// </summary>
internal static class Network
{
    private const string Api = "**/api/**";

    /// <summary>
    /// Nothing is sent any more. A stream that is open already stays open until the page is loaded anew.
    /// </summary>
    public static Task CutOff(this IPage page) =>
        page.RouteAsync(Api, route => route.AbortAsync("internetdisconnected"));

    /// <summary>The page is told at once, as a device tells it, and does not wait for its next attempt.</summary>
    public static async Task Reconnect(this IPage page)
    {
        await page.UnrouteAsync(Api);
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
    }

    /// <summary>How many rows of a table the device holds.</summary>
    public static Task<int> CountOnDevice(this IPage page, string table) => page.EvaluateAsync<int>(
        """
        async (table) => {
          const names = (await indexedDB.databases()).map((one) => one.name);
          let count = 0;
          for (const name of names) {
            const db = await new Promise((done, fail) => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); r.onerror = () => fail(r.error); });
            if (db.objectStoreNames.contains(table))
              count += await new Promise((done) => { db.transaction(table).objectStore(table).count().onsuccess = (e) => done(e.target.result); });
            db.close();
          }
          return count;
        }
        """,
        table);
}
