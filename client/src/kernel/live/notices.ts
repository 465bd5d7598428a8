import { keepShell } from "./shell";

/** Why this browser cannot show what happens while no page of Baton is open; null: it can, if it is let. */
export type Obstacle = "insecure" | "homeScreen" | "unsupported" | "noWorker" | "denied";

const toldKey = "baton.push";
const endedKey = "baton.pushEnded";

export async function obstacleHere(): Promise<Obstacle | null> {
  if (!isSecureContext) return "insecure";
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) {
    return isAppleHand() ? "homeScreen" : "unsupported";
  }
  if (Notification.permission === "denied") return "denied";
  return (await registrationHere()) ? null : "noWorker";
}

/** To be called while a click is handled; anything but `granted` is a no. */
export const askForNotices = (): Promise<NotificationPermission> => Notification.requestPermission();

/** The address at which a push service reaches this browser, as long as it may. */
export async function subscriptionHere(): Promise<PushSubscription | null> {
  const registration = Notification.permission === "granted" ? await registrationHere() : undefined;
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** @param key Of the server, base64url. */
export async function subscribeHere(key: string): Promise<PushSubscription> {
  const registration = await registrationHere();
  if (!registration) throw new Error("This browser keeps no worker.");
  const wish = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await registration.pushManager.subscribe(wish);
  } catch (error) {
    // Of a server whose key was another one.
    const old = await registration.pushManager.getSubscription();
    if (!old) throw error;
    await old.unsubscribe();
    return registration.pushManager.subscribe(wish);
  }
}

/** The address that the server was last told of; null: nobody wants to be told here. */
export const toldEndpoint = () => localStorage.getItem(toldKey);

export const noteTold = (endpoint: string) => localStorage.setItem(toldKey, endpoint);

/** Their session ran out while they were told of things here: with it the server has forgotten this device. */
export function noteEnded(personId: string) {
  if (toldEndpoint() !== null) localStorage.setItem(endedKey, personId);
}

/** Whose session ran out here; null: nobody's, or it is mended. */
export const endedFor = () => localStorage.getItem(endedKey);

export const forgetEnded = () => localStorage.removeItem(endedKey);

/** Nothing is shown here any more, and nothing stays on the screen. Never fails: at worst the push service finds it gone. */
export async function endNotices(): Promise<void> {
  localStorage.removeItem(toldKey);
  forgetEnded();
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    for (const notice of (await registration?.getNotifications()) ?? []) notice.close();
    await (await registration?.pushManager?.getSubscription())?.unsubscribe();
  } catch {
    // A browser without the one or the other shows nothing either.
  }
}

/** On the first visit the worker may still be on its way. */
async function registrationHere() {
  const workers = navigator.serviceWorker;
  const here = await workers.getRegistration();
  if (here || !import.meta.env.PROD) return here;
  await keepShell();
  return workers.getRegistration();
}

/** An iPhone or iPad, which shows notices of apps on its home screen alone. An iPad says that it is a Mac, and can be touched. */
const isAppleHand = () =>
  /iP(hone|ad|od)/.test(navigator.userAgent) ||
  (navigator.userAgent.includes("Macintosh") && navigator.maxTouchPoints > 1);
