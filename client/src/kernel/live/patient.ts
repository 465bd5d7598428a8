import { offline } from "../api/problem";
import type { Send } from "./push";

const shortestMs = 30_000;
const longestMs = 8 * shortestMs;

/**
 * Gives every request that has no limit of its own one: a line that hangs would hold up all that follows it. After a hang the
 * next may take twice as long, so that what is large on a slow line comes through in the end.
 */
export function patient(send: Send, leastMs = shortestMs): Send {
  let ms = leastMs;
  return async (method, path, options) => {
    if (options.signal) return send(method, path, options);
    const signal = AbortSignal.timeout(ms);
    try {
      const answer = await send(method, path, { ...options, signal });
      ms = leastMs;
      return answer;
    } catch (error) {
      if (!signal.aborted) throw error;
      ms = Math.min(longestMs, ms * 2);
      throw offline();
    }
  };
}
