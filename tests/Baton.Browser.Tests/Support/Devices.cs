using System.Text.Json;
using Microsoft.Playwright;

namespace Baton.Browser.Tests.Support;

/// <summary>
/// What a headless Chromium lacks of a device: a push service, an icon with a number, a loudspeaker. Each is played by
/// a script that runs before the page's own.
/// </summary>
internal static class Devices
{
    /// <summary>
    /// No push service is within reach, so a subscription is made by hand: with a true key, at an address that leads
    /// nowhere. It stays over a reload, as a browser's does.
    /// </summary>
    public const string WithPushService =
        """
        (() => {
          const kept = "played.push";
          const made = (json) => ({
            endpoint: json.endpoint,
            toJSON: () => json,
            unsubscribe: async () => (localStorage.removeItem(kept), true),
          });
          const text = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
            .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
          const present = () => JSON.parse(localStorage.getItem(kept));
          PushManager.prototype.getSubscription = async () => present() && made(present());
          PushManager.prototype.subscribe = async () => {
            const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
            const keys = {
              p256dh: text(await crypto.subtle.exportKey("raw", pair.publicKey)),
              auth: text(crypto.getRandomValues(new Uint8Array(16))),
            };
            const endpoint = `https://push.example/${crypto.randomUUID()}`;
            localStorage.setItem(kept, JSON.stringify({ endpoint, keys }));
            return made(present());
          };
        })();
        """;

    /// <summary>A browser in which somebody once said that Baton may show nothing.</summary>
    public const string ThatRefuses =
        """Object.defineProperty(Notification, "permission", { get: () => "denied" });""";

    /// <summary>Notes what its icon shows, and counts the notes that sound.</summary>
    public const string WithIconAndSound =
        """
        window.played = { icon: null, notes: 0 };
        navigator.setAppBadge = async (number) => { played.icon = number; };
        navigator.clearAppBadge = async () => { played.icon = null; };
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (at) { played.notes++; return start.call(this, at); };
        """;

    /// <summary>As if its push service brought this to the device.</summary>
    public static async Task Deliver(this IPage page, string text)
    {
        await using var browser = new Session(await page.Context.NewCDPSessionAsync(page));
        var found = new TaskCompletionSource<string>();
        browser.On("ServiceWorker.workerRegistrationUpdated", told =>
        {
            foreach (var one in told.GetProperty("registrations").EnumerateArray())
            {
                found.TrySetResult(one.GetProperty("registrationId").GetString()!);
            }
        });
        await browser.Send("ServiceWorker.enable", []);
        await browser.Send("ServiceWorker.deliverPushMessage", new()
        {
            ["origin"] = new Uri(page.Url).GetLeftPart(UriPartial.Authority),
            ["registrationId"] = await found.Task.WaitAsync(TimeSpan.FromSeconds(20)),
            ["data"] = text,
        });
    }

    /// <summary>Waits until the device shows this and nothing else, as "title: text".</summary>
    public static Task Shows(this IPage page, string notice) => page.WaitForFunctionAsync(
        """
        async (notice) => {
          const shown = await (await navigator.serviceWorker.ready).getNotifications();
          return shown.length === 1 && `${shown[0].title}: ${shown[0].body}` === notice;
        }
        """,
        notice);

    private sealed class Session(ICDPSession session) : IAsyncDisposable
    {
        public void On(string happens, Action<JsonElement> then) =>
            session.Event(happens).OnEvent += (_, told) => then(told!.Value);

        public async Task Send(string method, Dictionary<string, object> with) =>
            await session.SendAsync(method, with);

        public async ValueTask DisposeAsync() => await session.DetachAsync();
    }
}
