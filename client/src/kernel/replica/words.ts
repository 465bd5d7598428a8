import { plainHtml } from "../text/plainHtml";
import type { Command } from "./db";

/** The fields in which one types. What is chosen from a list is simply chosen again. */
const written = [
  "title",
  "name",
  "roleText",
  "key",
  "text",
  "description",
  "body",
  "estimateMinutes",
  "wipLimit",
] as const;

export type WrittenField = (typeof written)[number];
export type Words = Partial<Record<WrittenField, string | number>>;

/** What somebody typed in a command's body. */
export function wordsIn(body: unknown): Words {
  const fields = (body ?? {}) as Record<string, unknown>;
  const filled = written.filter((field) => ["string", "number"].includes(typeof fields[field]) && fields[field] !== "");
  return Object.fromEntries(filled.map((field) => [field, fields[field]]));
}

/** The same command with other words, in what is sent and in what is shown until the server has said how it looks. */
export function withWords({ body, predicts }: Pick<Command, "body" | "predicts">, words: Words) {
  const old = wordsIn(body);
  const changed = Object.fromEntries(
    Object.entries(words).filter(([field, text]) => text !== old[field as WrittenField]),
  );
  return {
    body: { ...(body as object), ...changed },
    predicts: predicts.map((one) => ({ ...one, payload: reworded(one.payload, old, changed) })),
  };
}

function reworded(value: unknown, old: Words, words: Words): unknown {
  if (Array.isArray(value)) return value.map((one) => reworded(one, old, words));
  if (typeof value !== "object" || value === null) return value;
  const row = value as Record<string, unknown>;
  const isNew = (field: WrittenField) => words[field] !== undefined && row[field] === old[field];
  const next = Object.fromEntries(
    Object.entries(row).map(([name, part]) => [
      name,
      isNew(name as WrittenField) ? words[name as WrittenField] : reworded(part, old, words),
    ]),
  );
  // The old rendering must not stand below the new text.
  if (isNew("description") && "descriptionHtml" in row) next.descriptionHtml = "";
  const text = isNew("body") ? words.body : isNew("text") ? words.text : undefined;
  if (text !== undefined && "html" in row) next.html = plainHtml(String(text));
  return next;
}
