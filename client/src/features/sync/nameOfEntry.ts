import type { MessageResponse } from "../../kernel/api/types";
import type { OutboxEntry, Replica } from "../../kernel/replica";
import { excerptOf } from "../messages/excerpt";

export interface Named {
  name: string;
  /** Where it stands, if it has an address. */
  link?: string;
}

/** What a queued write is about, in words of its own: the title of the task, the words of the message. */
export async function nameOfEntry(db: Replica, { predicts }: OutboxEntry): Promise<Named> {
  const [first] = predicts;
  if (!first) return { name: "" };
  const payload = (first.payload ?? {}) as Partial<MessageResponse> & {
    title?: string;
    name?: string;
    topic?: { title: string };
  };
  const id = first.itemId;
  switch (first.kind.split(".")[0]) {
    case "task":
    case "checklist": {
      const task = await db.tasks.get(id);
      return { name: payload.title ?? task?.title ?? "", link: task && `/t/${id}` };
    }
    case "topic": {
      const topic = await db.topics.get(id);
      const name = payload.title ?? payload.topic?.title ?? topic?.title ?? "";
      return { name, link: topic && `/s/${topic.spaceId}/topics/${id}` };
    }
    case "message": {
      const message = await db.messages.get(id);
      return { name: excerptOf(payload.html ?? message?.html ?? ""), link: message && `/m/${id}` };
    }
    case "list":
      return { name: payload.name ?? (await db.lists.get(id))?.name ?? "" };
    case "label":
      return { name: payload.name ?? (await db.labels.get(id))?.name ?? "" };
    case "member":
      return { name: (await db.people.get(id))?.name ?? "" };
    default:
      return { name: payload.name ?? "" };
  }
}
