export { type Change, registerChanges } from "./changes";
export { type Command, type Draft, type OutboxEntry, type Prediction, type Region, Replica } from "./db";
export { newId } from "./ids";
export { discard, retry, submit } from "./outbox";
export { ReplicaProvider, useMe, useRefusals, useReplica, useRows, useSubmit } from "./ReplicaProvider";
export { applySnapshot, keepMissing } from "./receive";
export * from "./rows";
export type { ChangeTx } from "./work";
