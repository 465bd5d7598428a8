import type { MessageResponse } from "../../kernel/api/types";
import { type Change, registerChanges } from "../../kernel/replica";

type MessagePatch = Partial<MessageResponse> & { id: string };

registerChanges({
  "message.posted": (tx, { payload }: Change<MessageResponse>) => tx.messages.put(payload),
  "message.edited": (tx, { payload }: Change<MessagePatch>) => tx.messages.patch(payload.id, payload),
});
