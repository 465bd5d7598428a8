import type { HearingLevel, HearingPlace, HearingResponse, InboxItem, Request } from "../../../kernel/api/types";
import type { Command, Prediction } from "../../../kernel/replica";

/** Something of which one may hear more or less. */
export interface Heard {
  place: HearingPlace;
  placeId: string;
  /** What others see: whether I follow the topic or watch the task; left out of a space and its chat. */
  follows?: boolean;
  /** What I chose of it, and of its whole space. */
  own: HearingLevel | null;
  ofSpace: HearingLevel | null;
}

/** How to follow or watch it, and no more. */
export interface Following {
  follow: Command;
  unfollow: Command;
}

interface Me {
  personalSpaceId: string;
}

const paths: Record<HearingPlace, (id: string) => string> = {
  space: (id) => `/spaces/${id}`,
  chat: (id) => `/spaces/${id}/chat`,
  topic: (id) => `/topics/${id}`,
  task: (id) => `/tasks/${id}`,
};

/** Told to my own space alone; null takes the choice back. */
export function chooseHearing({ place, placeId }: Heard, level: HearingLevel | null, me: Me): Command {
  return {
    spaceId: me.personalSpaceId,
    method: level ? "PUT" : "DELETE",
    path: `${paths[place](placeId)}/hearing`,
    ...(level ? { body: { level } satisfies Request<"ChooseHearing"> } : {}),
    predicts: [chosen({ place, placeId }, level, me)],
  };
}

const chosen = ({ place, placeId }: Pick<Heard, "place" | "placeId">, level: HearingLevel | null, me: Me) =>
  ({
    kind: "hearing.changed",
    itemId: placeId,
    spaceId: me.personalSpaceId,
    payload: { place, placeId, level, chosenAt: new Date().toISOString() } satisfies HearingResponse,
  }) satisfies Prediction;

/** Named or asks: less than usual. */
export const isLess = (level: HearingLevel | null) => level === "named" || level === "asks";

/** The level that holds: the place says more than its space. */
export function levelOf({ own, ofSpace, follows }: Heard): HearingLevel {
  const level = own ?? ofSpace ?? "usual";
  return level === "usual" && follows ? "everything" : level;
}

/** What is to be done so that I hear it like this. What others see changes only by everything and as usual. */
export function hearAs(heard: Heard, level: HearingLevel, me: Me, following?: Following): Command[] {
  const { own, ofSpace, follows } = heard;
  if (isLess(level)) return levelOf(heard) === level ? [] : [chooseHearing(heard, level, me)];
  const held = isLess(ofSpace) ? "usual" : null;
  if (following && level === "everything") {
    // The server takes a lower level back with it.
    const back = own === held ? [] : [chosen(heard, held, me)];
    return [{ ...following.follow, predicts: [...following.follow.predicts, ...back] }];
  }
  const wanted = level === "everything" ? level : heard.place === "space" ? null : held;
  return [
    ...(following && follows ? [following.unfollow] : []),
    ...(own === wanted ? [] : [chooseHearing(heard, wanted, me)]),
  ];
}

/** Exactly as it was. */
export function hearAsBefore(before: Heard, now: HearingLevel, me: Me, following?: Following): Command[] {
  const follows = now === "everything" ? true : now === "usual" ? false : before.follows;
  return [
    ...(following && follows !== before.follows ? [before.follows ? following.follow : following.unfollow] : []),
    chooseHearing(before, before.own, me),
  ];
}

/** One step down: the first level at which none of these would have come, and never more than what holds by now. */
export function lessThan(items: Pick<InboxItem, "why">[], heard: Heard): HearingLevel {
  if (items.every(({ why }) => why.kind === "hears")) return atMost("usual", heard);
  const namedAlready = levelOf(heard) === "named";
  return atMost(namedAlready || items.some(({ why }) => why.kind === "named") ? "asks" : "named", heard);
}

const byLoudness: HearingLevel[] = ["asks", "named", "usual", "everything"];

/** The level, or what holds if that is less: what came before I chose must not have me hear more again. */
export function atMost(level: HearingLevel, heard: Heard): HearingLevel {
  const holds = levelOf(heard);
  return byLoudness.indexOf(holds) < byLoudness.indexOf(level) ? holds : level;
}
