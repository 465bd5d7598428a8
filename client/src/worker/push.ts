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
}

/** Without a sound while a page of Baton is in sight, which shows it too. */
export async function show(world: World, text: string | undefined): Promise<void> {
  const news = readNews(text, world.origin);
  if (!news) return;
  const pages = await world.clients.matchAll({ type: "window", includeUncontrolled: true });
  const seen = pages.some((page) => page.visibilityState === "visible");
  const { title, body, url, tag } = news;
  await world.registration.showNotification(title, { body, tag, silent: seen, data: { url }, icon: "/icon.svg" });
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
    const { title, body, url, tag } = news;
    const whole = [title, body, url, tag].every((part) => typeof part === "string");
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
