/**
 * Lets the service worker keep this client on the device, so that it opens without a network; done when the worker answers
 * for this page. Where the browser has none (plain http on another host than localhost, a private window) the page comes
 * from the server as any page, and this is done at once.
 */
export async function keepShell(): Promise<void> {
  const workers = navigator.serviceWorker;
  // Without the worker everything works but a reload without a network.
  const registration = await workers?.register("/sw.js").catch(() => undefined);
  if (registration?.installing && !workers.controller) await reaches(registration.installing, "activated");
}

/** Calls when the worker of another build has taken over from the one that gave this page. */
export function onNewShell(listener: () => void): () => void {
  const workers = navigator.serviceWorker;
  if (!workers) return () => {};
  let own = workers.controller;
  const changed = () => {
    // The very first worker takes over a page of its own build.
    if (own) listener();
    own = workers.controller;
  };
  workers.addEventListener("controllerchange", changed);
  return () => workers.removeEventListener("controllerchange", changed);
}

/** Looks for a newer client; true: a worker keeps the client here and brings the newer one, if there is one. */
export async function lookForNewShell(): Promise<boolean> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration?.active) return false;
  try {
    await registration.update();
  } catch {
    // Away again; the browser looks by itself whenever a page is opened.
    return true;
  }
  if (!registration.installing || (await reaches(registration.installing, "installed"))) return true;
  // No room for the new client: better none kept than the old one for ever.
  await registration.unregister();
  return false;
}

/** Whether the worker gets as far as that; false: it was given up. */
const reaches = (worker: ServiceWorker, aim: "installed" | "activated") =>
  new Promise<boolean>((resolve) => {
    const tell = () => {
      if (worker.state === aim || worker.state === "activated") resolve(true);
      if (worker.state === "redundant") resolve(false);
    };
    worker.addEventListener("statechange", tell);
    tell();
  });
