import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  endedFor,
  endNotices,
  noteEnded,
  obstacleHere,
  subscriptionHere,
  toldEndpoint,
} from "../../../kernel/live/notices";
import { healDevice, removeDevice, SubscribeFailed, tellHere } from "./thisDevice";

const mine = "0193f000-0000-7000-8000-000000000001";

let browser: Browser;
let server: Server;

beforeEach(() => {
  browser = new Browser();
  server = new Server();
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("PushManager", class {});
  vi.stubGlobal("Notification", browser.notification);
  vi.stubGlobal("navigator", { userAgent: "Firefox", maxTouchPoints: 0, serviceWorker: browser.workers });
  vi.stubGlobal("fetch", server.answer);
});

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe("switched on", () => {
  test("the server has where this device is reached, under an id that is made here", async () => {
    await tellHere();

    const [path, body] = server.writes[0] ?? [];
    expect(path).toMatch(/^PUT \/api\/me\/push-subscriptions\/[0-9a-f-]{36}$/);
    expect(body).toEqual({ endpoint: "https://push.example/1", p256dh: "key 1", auth: "secret 1" });
    expect(browser.wishes).toEqual([{ userVisibleOnly: true, applicationServerKey: "the server's key" }]);
  });

  test("a device that the server knows keeps its place", async () => {
    await tellHere(mine);

    expect(server.writes.map(([path]) => path)).toEqual([`PUT /api/me/push-subscriptions/${mine}`]);
  });

  test("what subscribed with another key of the server subscribes anew", async () => {
    browser.subscribe();
    browser.refuses = 1;

    await tellHere(mine);

    expect(server.writes[0]?.[1]).toMatchObject({ endpoint: "https://push.example/2" });
  });

  test("a push service that cannot be reached is told apart from a server that says no", async () => {
    browser.refuses = 2;
    await expect(tellHere(mine)).rejects.toBeInstanceOf(SubscribeFailed);

    server.refuses = true;
    browser.refuses = 0;
    await expect(tellHere(mine)).rejects.toMatchObject({ status: 409 });
    expect(toldEndpoint()).toBeNull();
  });
});

describe("at a start", () => {
  test("nothing is asked where nobody wants to be told, nor where all is as it was", async () => {
    await healDevice("mei");
    await tellHere(mine);
    server.calls.length = 0;

    await healDevice("mei");

    expect(server.calls).toEqual([]);
  });

  test("another address is told in the place of the old one, and a lost one is made anew", async () => {
    await tellHere(mine);
    server.knows = true;
    browser.subscribe();
    await healDevice("mei");
    browser.present = null;
    await healDevice("mei");

    const told = server.writes.map(([path, body]) => [path, (body as { endpoint: string }).endpoint]);
    expect(told.slice(1)).toEqual([
      [`PUT /api/me/push-subscriptions/${mine}`, "https://push.example/2"],
      [`PUT /api/me/push-subscriptions/${mine}`, "https://push.example/3"],
    ]);
  });

  test("what was removed from another device stays removed", async () => {
    await tellHere(mine);
    browser.subscribe();
    server.calls.length = 0;

    await healDevice("mei");

    expect(server.calls).toEqual(["GET /api/me/channels"]);
    expect(browser.present).toBeNull();
    expect(toldEndpoint()).toBeNull();
  });

  test("whose session ran out is told again once they are back, and nobody else in their stead", async () => {
    noteEnded("mei");
    expect(endedFor()).toBeNull();
    await tellHere(mine);
    noteEnded("mei");
    await healDevice("mei");
    expect(server.writes).toHaveLength(2);
    expect([endedFor(), toldEndpoint()]).toEqual([null, "https://push.example/1"]);

    noteEnded("mei");
    await healDevice("mallory");
    expect(server.writes).toHaveLength(2);
    expect([endedFor(), toldEndpoint(), browser.present]).toEqual([null, null, null]);
  });

  test("a server that is away at that moment is told at the next start", async () => {
    await tellHere(mine);
    noteEnded("mei");
    server.refuses = true;
    await expect(healDevice("mei")).rejects.toMatchObject({ status: 409 });
    server.refuses = false;

    await healDevice("mei");

    expect(endedFor()).toBeNull();
  });

  test("where the browser shows nothing any more, the server need not try", async () => {
    await tellHere(mine);
    server.knows = true;
    browser.notification.permission = "denied";

    await healDevice("mei");

    expect(server.writes.at(-1)?.[0]).toBe(`DELETE /api/me/push-subscriptions/${mine}`);
    expect(toldEndpoint()).toBeNull();
  });
});

test("removing what the server does not know any more is done", async () => {
  server.gone = true;

  await expect(removeDevice(mine)).resolves.toBeUndefined();
});

test("signed out, nothing is left on the screen and nothing reaches this browser", async () => {
  await tellHere(mine);

  await endNotices();

  expect(browser.closed).toBe(1);
  expect(await subscriptionHere()).toBeNull();
});

describe("what is in the way", () => {
  test("nothing", async () => expect(await obstacleHere()).toBeNull());

  test("an address without https", async () => {
    vi.stubGlobal("isSecureContext", false);
    expect(await obstacleHere()).toBe("insecure");
  });

  test("a browser that said no", async () => {
    browser.notification.permission = "denied";
    expect(await obstacleHere()).toBe("denied");
  });

  test("a window that keeps no worker", async () => {
    browser.keeps = false;
    expect(await obstacleHere()).toBe("noWorker");
  });

  test.each([
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/605", 5, "homeScreen"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605", 5, "homeScreen"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605", 0, "unsupported"],
  ])("no push at all: %s", async (userAgent, maxTouchPoints, obstacle) => {
    vi.stubGlobal("navigator", { userAgent, maxTouchPoints });
    expect(await obstacleHere()).toBe(obstacle);
  });
});

/** A browser with a worker and a push service behind it, which gives each subscription another address. */
class Browser {
  readonly notification = { permission: "granted" };
  readonly wishes: unknown[] = [];
  present: { endpoint: string; toJSON: () => unknown; unsubscribe: () => Promise<boolean> } | null = null;
  keeps = true;
  refuses = 0;
  closed = 0;
  private made = 0;

  readonly workers = { getRegistration: async () => (this.keeps ? this.registration : undefined) };

  private readonly registration = {
    getNotifications: async () => [{ close: () => this.closed++ }],
    pushManager: {
      getSubscription: async () => this.present,
      subscribe: async (wish: unknown) => {
        this.wishes.push(wish);
        if (this.refuses-- > 0) throw new DOMException("No.", "AbortError");
        return this.present ?? this.subscribe();
      },
    },
  };

  subscribe() {
    const number = ++this.made;
    const endpoint = `https://push.example/${number}`;
    this.present = {
      endpoint,
      toJSON: () => ({ endpoint, keys: { p256dh: `key ${number}`, auth: `secret ${number}` } }),
      unsubscribe: async () => {
        this.present = null;
        return true;
      },
    };
    return this.present;
  }
}

class Server {
  readonly calls: string[] = [];
  readonly writes: [string, unknown][] = [];
  knows = false;
  refuses = false;
  gone = false;

  readonly answer = async (path: string, { method = "GET", body }: RequestInit = {}) => {
    this.calls.push(`${method} ${path}`);
    if (path === "/api/push/key") return Response.json({ key: "the server's key" });
    if (path === "/api/me/channels") return Response.json({ push: this.knows ? [{ id: mine, here: true }] : [] });
    if (this.gone) return Response.json({ code: "subscription-not-found" }, { status: 404 });
    if (this.refuses) return Response.json({ code: "push-subscriptions-full" }, { status: 409 });
    this.writes.push([`${method} ${path}`, body && JSON.parse(String(body))]);
    return method === "DELETE" ? new Response(null, { status: 204 }) : Response.json({});
  };
}
