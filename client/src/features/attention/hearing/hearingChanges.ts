import type { HearingResponse } from "../../../kernel/api/types";
import { type Change, hearingKey, hearingRow, registerChanges } from "../../../kernel/replica";

registerChanges({
  "hearing.changed": (tx, { spaceId, payload }: Change<HearingResponse>) =>
    payload.level
      ? tx.hearing.put(hearingRow(spaceId, payload))
      : tx.hearing.remove(hearingKey(payload.place, payload.placeId)),
});
