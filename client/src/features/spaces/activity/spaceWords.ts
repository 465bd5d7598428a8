import type { TFunction } from "i18next";
import type { ActivityItem } from "../../../kernel/api/types";

/** How ids get their names. */
export interface Names {
  person: (id: string) => string;
  list: (id: string) => string;
  label: (id: string) => string;
}

interface Payload {
  personId?: string;
  person?: { id: string };
  role?: string;
  member?: { role: string };
  name?: string;
  title?: string;
  description?: string;
  colour?: string;
  emoji?: string;
  key?: string;
  orderKey?: string;
  wipLimit?: number | null;
  done?: boolean;
  dutyIds?: string[];
  place?: { kind: string };
  threadId?: string | null;
  closure?: { outcome: string };
  earlierClosure?: { outcome: string } | null;
  ask?: { personId: string; state: string; delegatedToId: string | null };
}

/** What one change of anything but a task did, as the rest of a sentence that begins with who did it. */
export function spaceWords(item: ActivityItem, { person, list, label }: Names, t: TFunction<"activity">): string {
  const payload = (item.payload ?? {}) as Payload;
  const personId = payload.personId ?? payload.person?.id ?? "";
  const self = personId === item.actorId;
  const noun = item.kind.split(".")[0];
  const name = payload.name ?? (noun === "list" ? list(item.itemId) : noun === "label" ? label(item.itemId) : "");
  switch (item.kind) {
    case "message.posted":
      return t(`posted.${payload.threadId ? "thread" : (payload.place?.kind ?? "chat")}`);
    case "message.edited":
    case "message.deleted":
    case "message.restored":
    case "message.reacted":
    case "message.unreacted":
    case "topic.opened":
    case "topic.followed":
    case "topic.unfollowed":
    case "space.created":
    case "space.archived":
    case "space.restored":
    case "person.changed":
      return t(`did.${item.kind}`);
    case "topic.renamed":
      return t("did.topic.renamed", { title: payload.title });
    case "topic.reopened":
      return payload.earlierClosure
        ? t(`reopened.${payload.earlierClosure.outcome}`, { defaultValue: t("did.topic.reopened") })
        : t("did.topic.reopened");
    case "topic.closed":
      return t(`closed.${payload.closure?.outcome ?? "nothing"}`);
    case "ask.changed":
      return t(`asked.${payload.ask?.state ?? "open"}`, {
        name: person(payload.ask?.personId ?? ""),
        to: person(payload.ask?.delegatedToId ?? ""),
      });
    case "member.joined":
      return t(self ? "did.member.joined" : "did.member.takenIn", { name: person(personId) });
    case "member.left":
      return t(self ? "did.member.left" : "did.member.takenOut", { name: person(personId) });
    case "member.changed":
      return t("did.member.changed", { name: person(personId), role: t(`roles.${payload.role ?? "member"}`) });
    case "space.changed":
      return spaceChanged(payload, t);
    case "space.converted":
      return t("did.space.converted", { name });
    case "list.created":
    case "list.archived":
    case "list.restored":
    case "label.created":
    case "label.archived":
    case "label.restored":
      return t(`did.${item.kind}`, { name });
    case "list.changed":
    case "label.changed":
      return t(payload.name ? `did.${noun}.renamed` : `did.${item.kind}`, { name });
    default:
      return t("did.other");
  }
}

function spaceChanged({ name, description, colour, emoji, key, dutyIds }: Payload, t: TFunction<"activity">): string {
  if (name !== undefined) return t("did.space.renamed", { name });
  if (key !== undefined) return t("did.space.keyed", { key });
  if (dutyIds !== undefined) return t("did.space.duty");
  if (description !== undefined) return t("did.space.described");
  return t(colour !== undefined || emoji !== undefined ? "did.space.marked" : "did.other");
}
