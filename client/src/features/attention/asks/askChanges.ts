import type { AskResponse } from "../../../kernel/api/types";
import { type Change, registerChanges } from "../../../kernel/replica";

registerChanges({
  "ask.changed": (tx, { payload: { id, ask } }: Change<{ id: string; ask: AskResponse }>) =>
    tx.messages.patch(id, ({ asks = [] }) => ({ asks: withAsk(asks, ask) })),
});

const withAsk = (asks: AskResponse[], ask: AskResponse) =>
  asks.some((one) => one.id === ask.id) ? asks.map((one) => (one.id === ask.id ? ask : one)) : [...asks, ask];
