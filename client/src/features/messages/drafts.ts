import type { AttachmentResponse, MessageResponse } from "../../kernel/api/types";
import type { Draft, Replica } from "../../kernel/replica";

/** What is being written at a place; kept on this device until it is sent. */
export interface DraftParts {
  body: string;
  quote?: MessageResponse["quote"];
  attachments: AttachmentResponse[];
}

const nothing: DraftParts = { body: "", quote: null, attachments: [] };

export const partsOf = (draft: Draft | undefined): DraftParts =>
  draft ? { ...nothing, ...(draft.more as Partial<DraftParts> | undefined), body: draft.body } : nothing;

/** Changes parts of a draft and leaves the others; an empty one goes. */
export function changeDraft(
  db: Replica,
  id: string,
  change: Partial<DraftParts> | ((old: DraftParts) => Partial<DraftParts>),
): Promise<void> {
  return db.transaction("rw", db.drafts, async () => {
    const old = partsOf(await db.drafts.get(id));
    const { body, quote, attachments } = { ...old, ...(typeof change === "function" ? change(old) : change) };
    if (body.trim() === "" && !quote && attachments.length === 0) await db.drafts.delete(id);
    else await db.drafts.put({ id, body, at: new Date().toISOString(), more: { quote, attachments } });
  });
}

export const dropDraft = (db: Replica, id: string) => db.drafts.delete(id);
