import type { AttachmentResponse, EnvelopeRequest, MessageResponse } from "../../kernel/api/types";
import type { Draft, Replica } from "../../kernel/replica";

/** What is being written at a place; kept on this device until it is sent. */
export interface DraftParts {
  body: string;
  quote?: MessageResponse["quote"];
  attachments: AttachmentResponse[];
  /** Who needs to see it, where that is said otherwise than by names in the text. */
  envelope?: EnvelopeRequest;
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
    const { body, quote, attachments, envelope } = { ...old, ...(typeof change === "function" ? change(old) : change) };
    if (body.trim() === "" && !quote && attachments.length === 0 && !envelope) await db.drafts.delete(id);
    else await db.drafts.put({ id, body, at: new Date().toISOString(), more: { quote, attachments, envelope } });
  });
}

export const dropDraft = (db: Replica, id: string) => db.drafts.delete(id);
