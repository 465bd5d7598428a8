import { describe, expect, test, vi } from "vitest";
import { follow, show, subscribeAnew, type World } from "./push";

const news = {
  title: "2 things wait for you",
  body: "Who signs it?",
  url: "/inbox",
  tag: "batch-1",
  at: new Date().toISOString(),
  cannotWait: false,
};

describe("what a push says", () => {
  test("is shown as the server says it by then, in the place of what was shown before", async () => {
    const { world, shown, closed } = play();

    await show(world, JSON.stringify(news));

    expect(shown).toEqual([
      [
        "3 things wait for you",
        {
          body: "Who prints it?",
          tag: "batch-1",
          silent: false,
          data: { url: "/inbox", cannotWait: false },
          icon: "/icon.svg",
        },
      ],
    ]);
    expect(closed).toHaveBeenCalledTimes(2);
  });

  test("is shown no more when its owner is off, in focus or done with it by then", async () => {
    const { world, shown } = play();
    world.fetch = async () => Response.json({ waiting: 0, title: "", body: "" });

    await show(world, JSON.stringify(news));

    expect(shown).toEqual([]);
  });

  test("is believed for minutes where the server cannot be asked, and not for longer", async () => {
    const { world, shown } = play();
    world.fetch = async () => new Response(null, { status: 503 });

    await show(world, JSON.stringify({ ...news, at: new Date(Date.now() - 3_600_000).toISOString() }));
    await show(world, JSON.stringify(news));

    expect(shown.map(([title]) => title)).toEqual(["2 things wait for you"]);
  });

  test("is shown unasked when it could not wait, and stands beside the others", async () => {
    const { world, shown, closed } = play();
    world.fetch = async () => Response.json({ waiting: 0, title: "", body: "" });

    await show(world, JSON.stringify({ ...news, cannotWait: true }));

    expect(shown.map(([title]) => title)).toEqual(["2 things wait for you"]);
    expect(closed).not.toHaveBeenCalled();
  });

  test("makes no sound while a page of Baton is in sight", async () => {
    const { world, shown } = play(page("visible"));
    await show(world, JSON.stringify(news));
    const behind = play(page("hidden"));
    await show(behind.world, JSON.stringify(news));

    expect([shown, behind.shown].map(([first]) => first?.[1]?.silent)).toEqual([true, false]);
  });

  test.each([
    "https://evil.example/inbox",
    "//evil.example/inbox",
    "/\\evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "inbox",
    "",
  ])("shows nothing that leads to %s", async (url) => {
    const { world, shown } = play();

    await show(world, JSON.stringify({ ...news, url }));

    expect(shown).toEqual([]);
  });

  test.each([undefined, "", "{", "null", "[]", '{"title":"Baton"}', JSON.stringify({ ...news, title: 7 })])(
    "shows nothing that is no news: %s",
    async (text) => {
      const { world, shown } = play();

      await show(world, text);

      expect(shown).toEqual([]);
    },
  );
});

describe("following it", () => {
  test("leads a page that is open there, the one in sight before others, and takes all notices away", async () => {
    const [behind, ahead] = [page("hidden"), page("visible")];
    const { world, opened, closed } = play(behind, ahead);

    await follow(world, "/inbox");

    expect(ahead.focus).toHaveBeenCalled();
    expect(ahead.postMessage).toHaveBeenCalledWith({ open: "/inbox" });
    expect(behind.postMessage).not.toHaveBeenCalled();
    expect(opened).toEqual([]);
    expect(closed).toHaveBeenCalledTimes(2);
  });

  test("opens a page where none is, or where the open one cannot be brought to the front", async () => {
    const { world, opened } = play();
    await follow(world, "/inbox");
    const stuck = page("hidden");
    stuck.focus.mockRejectedValue(new Error("Not allowed."));
    const other = play(stuck);
    await follow(other.world, "/inbox");

    expect([opened, other.opened]).toEqual([["/inbox"], ["/inbox"]]);
  });

  test("leads nowhere else", async () => {
    const { world, opened } = play();

    await follow(world, "https://evil.example/");
    await follow(world, "//evil.example/");
    await follow(world, undefined);

    expect(opened).toEqual([]);
  });
});

describe("another address for this device", () => {
  test("is told to the server in the place of the old one", async () => {
    const { world, told } = play();

    await subscribeAnew(world);

    expect(told).toEqual([
      ["/api/me/push-subscriptions/mine", { endpoint: "https://push.example/new", p256dh: "key", auth: "secret" }],
    ]);
  });

  test("is none where the server does not mean this device any more", async () => {
    const { world, told, subscribed } = play();
    world.fetch = async () => Response.json({ push: [{ id: "other", here: false }] });

    await subscribeAnew(world);

    expect(told).toEqual([]);
    expect(subscribed).not.toHaveBeenCalled();
  });

  test("is not told to a server that is away", async () => {
    const { world, subscribed } = play();
    world.fetch = async () => new Response(null, { status: 401 });

    await expect(subscribeAnew(world)).rejects.toThrow("/api/me/channels answered 401.");
    expect(subscribed).not.toHaveBeenCalled();
  });
});

function page(visibilityState: "visible" | "hidden") {
  const one = { visibilityState, postMessage: vi.fn(), focus: vi.fn() };
  one.focus.mockResolvedValue(one);
  return one;
}

/** A browser with these pages open, two notices of ours shown, and a server that knows this device. */
function play(...pages: ReturnType<typeof page>[]) {
  const shown: [string, NotificationOptions | undefined][] = [];
  const opened: string[] = [];
  const told: [string, unknown][] = [];
  const closed = vi.fn();
  const subscribed = vi.fn(async () => ({
    toJSON: () => ({ endpoint: "https://push.example/new", keys: { p256dh: "key", auth: "secret" } }),
  }));
  const world = {
    origin: "https://baton.team.example",
    clients: {
      matchAll: async () => pages,
      openWindow: async (url: string) => {
        opened.push(url);
        return null;
      },
    },
    registration: {
      showNotification: async (title: string, options?: NotificationOptions) => {
        shown.push([title, options]);
      },
      getNotifications: async () => [{ close: closed }, { close: closed }],
      pushManager: { subscribe: subscribed },
    },
    fetch: async (path: string, init: RequestInit) => {
      if (path === "/api/me/notice") {
        return Response.json({ waiting: 3, title: "3 things wait for you", body: "Who prints it?" });
      }
      if (path === "/api/push/key") return Response.json({ key: "the key" });
      if (path === "/api/me/channels") {
        return Response.json({
          push: [
            { id: "other", here: false },
            { id: "mine", here: true },
          ],
        });
      }
      told.push([path, JSON.parse(String(init.body))]);
      return Response.json({});
    },
  } as unknown as World;
  return { world, shown, opened, told, closed, subscribed };
}
