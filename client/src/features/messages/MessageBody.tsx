import { memo, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRows } from "../../kernel/replica";
import { type Dressing, dress, hasCode, type Known, personIdsIn, taskKeysIn } from "./dress";
import "./prose.css";

type Highlight = Dressing["highlight"];

let highlight: Highlight;

/** Rendered text. Clicks on mentions and links of ours are taken by `useLinks`, once per stream. */
export const MessageBody = memo(function MessageBody({ html }: { html: string }) {
  const [personIds, taskKeys] = [personIdsIn(html), taskKeysIn(html)];
  return personIds.length + taskKeys.length > 0 ? (
    <WithKnown html={html} personIds={personIds} taskKeys={taskKeys} />
  ) : (
    <Body html={html} />
  );
});

/** People as they are called now, and the tasks whose keys stand in the text. */
function WithKnown({ html, personIds, taskKeys }: { html: string; personIds: string[]; taskKeys: string[] }) {
  const { t } = useTranslation("messages");
  const found = useRows(
    async (db) => ({
      people: await db.people.bulkGet(personIds),
      tasks: taskKeys.length > 0 ? await db.tasks.where("key").anyOf(taskKeys).toArray() : [],
    }),
    [html],
  );
  const names = (found?.people ?? []).flatMap((one) => (one ? [[one.id, one.former ? t("former") : one.name]] : []));
  const tasks = (found?.tasks ?? []).filter((one) => !one.deletedAt);
  // Two spaces may have chosen the same letters: such a key leads nowhere rather than to the wrong task.
  const meant = tasks.filter(({ id, key }) => tasks.every((other) => other.id === id || other.key !== key));
  const known = { names: Object.fromEntries(names), tasks: Object.fromEntries(meant.map(({ id, key }) => [key, id])) };
  return <Body html={html} known={known} />;
}

function Body({ html, known }: { html: string; known?: Known }) {
  const { t } = useTranslation("messages");
  const [colours, setColours] = useState<{ of: Highlight }>({ of: highlight });
  const wanted = hasCode(html) && !colours.of;

  useEffect(() => {
    if (!wanted) return;
    void import("./code").then((file) => {
      highlight = file.highlighted;
      setColours({ of: highlight });
    });
  }, [wanted]);

  const dressed = dress(html, {
    highlight: hasCode(html) ? colours.of : undefined,
    known,
    words: { task: t("task"), code: t("code") },
  });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the server, or made here with everything escaped
  return <div className="prose" dangerouslySetInnerHTML={{ __html: dressed }} />;
}
