import type { EnvelopeRequest } from "../../../kernel/api/types";
import type { Role } from "./audience";

type Addressed = NonNullable<EnvelopeRequest["addressees"]>[number];
type Who = { personId: string } | { group: NonNullable<Addressed["group"]> };

/** More than so many are asked one of them, or with a reason. */
const few = 7;

/** Without what says nothing; undefined when nothing is left. */
export function wishOf(envelope: EnvelopeRequest): EnvelopeRequest | undefined {
  const said = Object.entries(envelope).filter(
    ([, value]) =>
      value !== undefined && value !== "" && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return said.length > 0 ? (Object.fromEntries(said) as EnvelopeRequest) : undefined;
}

/** With a role for somebody or a group, or without them. */
export function addressing(
  envelope: EnvelopeRequest | undefined,
  who: Who,
  role: Role | undefined,
): EnvelopeRequest | undefined {
  const is = (one: Addressed) => ("personId" in who ? one.personId === who.personId : one.group === who.group);
  const others = (envelope?.addressees ?? []).filter((one) => !is(one));
  return wishOf({ ...envelope, addressees: role ? [...others, { ...who, role }] : others });
}

export const fewEnough = (asks: number, envelope: EnvelopeRequest | undefined) =>
  asks <= few || envelope?.oneOf === true;

const minutes = ["120", "240", "480", "960", "2400"];

/** What is said of the time, as one choice; an ask of which nothing is said is due in one working day. */
export function byWhen(envelope: EnvelopeRequest | undefined): string {
  const { urgency, respondIn, respondOn } = envelope ?? {};
  if (urgency === "whenever" || urgency === "nextWorkingDay" || urgency === "breakGlass") return urgency;
  if (urgency === "byDate" || respondOn) return "byDate";
  return String(respondIn ?? 480);
}

const nothing = { urgency: undefined, respondIn: undefined, respondOn: undefined, breakGlass: undefined };

export const times = {
  keys: [...minutes, "nextWorkingDay", "byDate", "whenever"],
  wishes: (key: string, today: string): EnvelopeRequest => {
    if (key === "byDate") return { ...nothing, urgency: "byDate", respondOn: today };
    if (key === "whenever" || key === "nextWorkingDay" || key === "breakGlass") return { ...nothing, urgency: key };
    return { ...nothing, urgency: "inTime", respondIn: Number(key) };
  },
  /** The next longer time of work. */
  longer: (envelope: EnvelopeRequest | undefined): EnvelopeRequest => {
    const present = byWhen(envelope);
    const next = minutes[minutes.indexOf(present) + 1] ?? "whenever";
    return times.wishes(present === "nextWorkingDay" ? "960" : minutes.includes(present) ? next : "2400", "");
  },
};
