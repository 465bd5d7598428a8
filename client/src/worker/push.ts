/// <reference lib="webworker" />

/** The part of the worker's world that is used here, so that tests can play the browser. */
export interface World {
  origin: string;
  clients: Pick<Clients, "matchAll" | "openWindow">;
  registration: Pick<ServiceWorkerRegistration, "showNotification" | "getNotifications"> & {
    pushManager: Pick<PushManager, "subscribe">;
  };
  fetch: typeof fetch;
}

/** As the server writes it (PushBatch). */
interface News {
  title: string;
  body: string;
  /** Where it leads, a path of ours. */
  url: string;
  /** The batch: what is told twice is shown once. */
  tag: string;
  /** When it left. */
  at: string;
  /** It is shown as it is, whatever the hours. */
  cannotWait: boolean;
}

/** What the server would say by now (ReadNotice); nothing waits while its owner is off or in focus. */
interface Notice {
  waiting: number;
  title: string;
  body: string;
}

/** So long the server has to answer, and so long a push is believed without it. */
const [patienceMs, freshMs] = [5000, 10 * 60_000];

/** One notice that counts all that waits; without a sound while a page of Baton is in sight, which shows it too. */
export async function show(world: World, text: string | undefined): Promise<void> {
  const told = readNews(text, world.origin);
  const news = told && (told.cannotWait ? told : await asOfNow(world, told));
  if (!news) return;
  const pages = await world.clients.matchAll({ type: "window", includeUncontrolled: true });
  const seen = pages.some((page) => page.visibilityState === "visible");
  const { title, body, url, tag, cannotWait } = news;
  for (const notice of cannotWait ? [] : await world.registration.getNotifications()) {
    // It is counted in the new one; what could not wait stands for itself.
    if (notice.tag !== tag && !notice.data?.cannotWait) notice.close();
  }
  const data = { url, cannotWait };
  await world.registration.showNotification(title, { body, tag, silent: seen, data, icon: "/icon.svg" });
}

/** It may have waited at the push service until its owner was off, in focus, or done with it: then it says nothing any more. */
async function asOfNow(world: World, told: News): Promise<News | null> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const { waiting, title, body } = await ask<Notice>(world, "/api/me/notice", { signal });
    return waiting > 0 ? { ...told, title, body } : null;
  } catch {
    return Date.now() - Date.parse(told.at) < freshMs ? told : null;
  }
}

/** Leads an open page there, or opens one; what else Baton shows is said with it. */
export async function follow(world: World, url: unknown): Promise<void> {
  for (const notice of await world.registration.getNotifications()) notice.close();
  if (typeof url !== "string" || !isOurs(url, world.origin)) return;
  const pages = await world.clients.matchAll({ type: "window", includeUncontrolled: true });
  const page = pages.find((one) => one.visibilityState === "visible") ?? pages[0];
  try {
    // Led there by itself: loading it anew would throw away a form half filled in.
    if (page) (await page.focus()).postMessage({ open: url });
    else await world.clients.openWindow(url);
  } catch {
    await world.clients.openWindow(url);
  }
}

/** The browser has given this device another address: the server learns it, if it still means this device. */
export async function subscribeAnew(world: World): Promise<void> {
  const { push } = await ask<{ push: { id: string; here: boolean }[] }>(world, "/api/me/channels");
  const here = push.find((device) => device.here);
  if (!here) return;
  const { key } = await ask<{ key: string }>(world, "/api/push/key");
  const next = await world.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const { endpoint, keys } = next.toJSON();
  await ask(world, `/api/me/push-subscriptions/${here.id}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ endpoint, p256dh: keys?.p256dh, auth: keys?.auth }),
  });
}

/** Null for what is no news of ours: it shows nothing. */
function readNews(text: string | undefined, origin: string): News | null {
  try {
    const news = JSON.parse(text ?? "") as Partial<News>;
    const { title, body, url, tag, at } = news;
    const whole = [title, body, url, tag, at].every((part) => typeof part === "string");
    return whole && title && isOurs(url ?? "", origin) ? (news as News) : null;
  } catch {
    return null;
  }
}

/** A path on this very server, however it is written. */
function isOurs(url: string, origin: string): boolean {
  if (!url.startsWith("/")) return false;
  try {
    return new URL(url, origin).origin === origin;
  } catch {
    return false;
  }
}

async function ask<T>(world: World, path: string, init: RequestInit = {}): Promise<T> {
  const response = await world.fetch(path, { credentials: "same-origin", ...init });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return (await response.json()) as T;
}
