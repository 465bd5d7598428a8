/// <reference lib="webworker" />
import { follow, show, subscribeAnew, type World } from "./push";

/** What the build fills in (tools/shell.ts): the files of this client, and a name that changes whenever one of them does. */
declare const __SHELL__: { version: string; entry: string; files: string[] };
declare const self: ServiceWorkerGlobalScope;

/** Not in TypeScript's library yet: https://www.w3.org/TR/service-workers/#service-worker-static-router */
interface InstallEvent extends ExtendableEvent {
  addRoutes?: (rules: { condition: { urlPattern: { pathname: string } }; source: "network" }[]) => Promise<void>;
}

const shell = __SHELL__;
const page = "/index.html";
const prefix = "baton-shell-";
const present = prefix + shell.version;

self.addEventListener("install", (event: InstallEvent) => {
  event.waitUntil(keepShell());
  // Where the browser can be told beforehand, requests to the API do not even wake this worker.
  event.addRoutes?.([{ condition: { urlPattern: { pathname: "/api/*" } }, source: "network" }]);
});

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  // What the server says is the replica's to keep, never this worker's.
  if (/^\/(api|healthz|readyz)(\/|$)/.test(pathname)) return;
  if (request.mode === "navigate") event.respondWith(answer(page, request));
  else if (pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (shell.files.includes(pathname)) event.respondWith(answer(pathname, request));
});

const world: World = {
  origin: location.origin,
  clients: self.clients,
  registration: self.registration,
  fetch: (...call) => fetch(...call),
};

self.addEventListener("push", (event) => event.waitUntil(show(world, event.data?.text())));

self.addEventListener("notificationclick", (event) => event.waitUntil(follow(world, event.notification.data?.url)));

// Where it fails, a page mends it at its next start.
self.addEventListener("pushsubscriptionchange", (event) =>
  (event as ExtendableEvent).waitUntil(subscribeAnew(world).catch(() => undefined)),
);

async function keepShell() {
  const cache = await caches.open(present);
  await cache.addAll(shell.files.map((file) => new Request(file, { cache: file === page ? "reload" : "default" })));
  // A server that became another build in between would give this shell a page of the next one.
  const html = await (await cache.match(page))?.text();
  if (html?.includes(shell.entry)) return self.skipWaiting();
  await caches.delete(present);
  throw new Error("The server has become another build.");
}

/** Pages of the build before may still be open and want their parts: its files stay until the next one comes. */
async function takeOver() {
  const shells = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== present);
  await Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

const answer = async (file: string, request: Request) =>
  (await (await caches.open(present)).match(file, { ignoreVary: true })) ?? fetch(request);

/** Named by their content, so whichever build kept it, it is the right one. What is not of the shell is kept when it is used. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(present)).put(request, response.clone());
  return response;
}
