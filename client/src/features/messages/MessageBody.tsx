import { memo, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRows } from "../../kernel/replica";
import { type Dressing, dress, hasCode, type Known, personIdsIn, taskKeysIn } from "./dress";
import "./prose.css";
import { tasksMeant } from "./tasksMeant";

type Highlight = Dressing["highlight"];

let highlight: Highlight;

interface MessageBodyProps {
  html: string;
  /** Where it stands. */
  spaceId?: string;
}

/** Rendered text. Clicks on mentions and links of ours are taken by `useLinks`, once per stream. */
export const MessageBody = memo(function MessageBody({ html, spaceId }: MessageBodyProps) {
  const [personIds, taskKeys] = [personIdsIn(html), taskKeysIn(html)];
  return personIds.length + taskKeys.length > 0 ? (
    <WithKnown html={html} spaceId={spaceId} personIds={personIds} taskKeys={taskKeys} />
  ) : (
    <Body html={html} />
  );
});

/** People as they are called now, and the tasks whose keys stand in the text. */
function WithKnown({
  html,
  spaceId,
  personIds,
  taskKeys,
}: MessageBodyProps & { personIds: string[]; taskKeys: string[] }) {
  const { t } = useTranslation("messages");
  const found = useRows(
    async (db) => ({
      people: await db.people.bulkGet(personIds),
      tasks: taskKeys.length > 0 ? await db.tasks.where("key").anyOf(taskKeys).toArray() : [],
    }),
    [html],
  );
  const names = (found?.people ?? []).flatMap((one) => (one ? [[one.id, one.former ? t("former") : one.name]] : []));
  const known = { names: Object.fromEntries(names), tasks: tasksMeant(found?.tasks ?? [], spaceId) };
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
