import { call, read } from "../../../kernel/api/call";
import { asProblem } from "../../../kernel/api/problem";
import type { ChannelsResponse, PushKeyResponse, Request } from "../../../kernel/api/types";
import {
  endedFor,
  endNotices,
  forgetEnded,
  noteTold,
  subscribeHere,
  subscriptionHere,
  toldEndpoint,
} from "../../../kernel/live/notices";
import { newId } from "../../../kernel/replica";

/** The browser could not get an address from its push service. */
export class SubscribeFailed extends Error {}

/** From now on this device is told of my batches. */
export async function tellHere(id: string = newId()): Promise<void> {
  const { key } = await read<PushKeyResponse>("/push/key");
  const subscription = await subscribeHere(key).catch((error: unknown) => {
    throw new SubscribeFailed(String(error));
  });
  const { endpoint = "", keys } = subscription.toJSON();
  const body = { endpoint, p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" };
  await call("PUT", `/me/push-subscriptions/${id}`, { body: body satisfies Request<"WritePushSubscription"> });
  noteTold(endpoint);
}

/** A device that the server does not know any more is as good as removed. */
export async function removeDevice(id: string): Promise<void> {
  await call("DELETE", `/me/push-subscriptions/${id}`).catch((error: unknown) => {
    if (asProblem(error).status !== 404) throw error;
  });
}

/**
 * Once at a start: the browser may have given this device another address, or none, since the server was told of one, or the
 * session ran out with which it was told. What was removed meanwhile, here or elsewhere, stays removed.
 */
export async function healDevice(personId: string): Promise<void> {
  const told = toldEndpoint();
  if (told === null) return;
  const allowed = Notification.permission === "granted";
  const before = endedFor();
  if (before !== null) {
    // Somebody else must not be told here because the one before was.
    if (!allowed || before !== personId) return endNotices();
    await tellHere();
    return forgetEnded();
  }
  if (allowed && (await subscriptionHere())?.endpoint === told) return;
  const { push } = await read<ChannelsResponse>("/me/channels");
  const here = push.find((device) => device.here);
  if (allowed && here) return tellHere(here.id);
  if (here) await removeDevice(here.id);
  await endNotices();
}
