import type { MessageResponse } from "../../kernel/api/types";
import { dayIn } from "../../kernel/text/dates";

const together = 5 * 60_000;

export interface Placed<M extends MessageResponse> {
  message: M;
  /** The day that begins with it, as `2026-11-27`. */
  day?: string;
  /** Shares face and name with the one before: same person, within five minutes. */
  joined: boolean;
}

/** Says of each message whether a day begins with it, and whether it goes on from the one before. */
export function grouped<M extends MessageResponse>(messages: M[], zone: string): Placed<M>[] {
  const days = messages.map((message) => dayIn(new Date(message.postedAt), zone));
  return messages.map((message, index) => {
    const [before, day] = [messages[index - 1], days[index]];
    const sameDay = before !== undefined && days[index - 1] === day;
    return { message, ...(sameDay ? {} : { day }), joined: sameDay && goesOn(before, message) };
  });
}

function goesOn(before: MessageResponse, message: MessageResponse): boolean {
  const apart = Date.parse(message.postedAt) - Date.parse(before.postedAt);
  return before.authorId === message.authorId && apart < together && !before.deletedAt && !message.quote;
}
