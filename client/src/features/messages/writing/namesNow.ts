import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRows } from "../../../kernel/replica";

const mention = /\[@(?:\\.|[^\]\\\n])*\]\(baton:person\/([0-9a-f-]{36})\)/gi;

/**
 * Markdown in which mentions call people as they are called now: who edits an old text must not write the name again of
 * somebody who has left. Of the first text it is given, to begin with; undefined until this device has looked.
 */
export function useNamesNow(markdown: string): string | undefined {
  const [first] = useState(markdown);
  const former = useTranslation("messages").t("former");
  return useRows(
    async (db) => {
      const ids = [...first.matchAll(mention)].map((found) => found[1]?.toLowerCase() ?? "");
      const people = ids.length > 0 ? await db.people.bulkGet([...new Set(ids)]) : [];
      const names = people.flatMap((one) => (one ? [[one.id, one.former ? former : one.name] as const] : []));
      return withNames(first, new Map(names));
    },
    [first, former],
  );
}

/** `names`: by person. Whoever is not among them stays as they were written. */
export const withNames = (markdown: string, names: Map<string, string>): string =>
  markdown.replace(mention, (written, id: string) => {
    const name = names.get(id.toLowerCase());
    return name === undefined ? written : `[@${name.replace(/[\\[\]*_`~<&]/g, "\\$&")}](baton:person/${id})`;
  });
