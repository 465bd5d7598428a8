import { Button, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { HearingSummary } from "../../../kernel/api/types";
import { useAnswer } from "../../../kernel/api/useAnswer";
import { type HearingRow, hearingKey, type Replica, useMe, useRows } from "../../../kernel/replica";
import { focusPageIfLost, TextLink } from "../../../kernel/ui";
import settings from "../../accounts/SettingsFrame.module.css";
import { spaceName } from "../../spaces/spaceName";
import { isLess } from "./chooseHearing";
import classes from "./HearingList.module.css";
import { useHearing } from "./useHearing";

interface Listed {
  row: HearingRow;
  spaceId: string;
  /** Of a topic or a task. */
  title: string;
  space: string;
  /** Its whole space is heard less. */
  held: boolean;
}

/** Every place that I hear otherwise than usual, with the way back. */
export function HearingList() {
  const { t } = useTranslation("hearing");
  const { t: ofSpaces } = useTranslation("spaces");
  const me = useMe();
  // Names of what is not on this device.
  const { data } = useAnswer<HearingSummary[]>("/me/hearing");
  const justMe = ofSpaces("justMe");
  const listed = useRows((db) => listedIn(db, data ?? [], me.id, justMe), [data, me.id, justMe]);
  return (
    <section className={settings.section}>
      <Title order={2}>{t("list.title")}</Title>
      <Text c="dimmed">{t("list.about")}</Text>
      {listed?.length === 0 && <Text>{t("list.none")}</Text>}
      {listed && listed.length > 0 && (
        <ul className={classes.list}>
          {listed.map((one) => (
            <Line key={one.row.id} {...one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ row, spaceId, title, space, held }: Listed) {
  const { t } = useTranslation("hearing");
  const name = title || t(row.place === "space" ? "spaceOf" : "chatOf", { space });
  const { takeBack } = useHearing({ place: row.place, placeId: row.placeId, spaceId, title: name });
  return (
    <li className={classes.line}>
      <span className={classes.what}>
        <TextLink {...placeOf(row, spaceId)}>{name}</TextLink>
        {title && <span className={classes.space}>{space}</span>}
      </span>
      <span className={classes.level}>{row.level && t(`level.${row.level}`)}</span>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t(held ? "list.asSpaceOf" : "list.backOf", { title: name })}
        onClick={() => void takeBack().then(focusPageIfLost)}
      >
        {t(held ? "list.asSpace" : "list.back")}
      </Button>
    </li>
  );
}

function placeOf({ place, placeId }: HearingRow, spaceId: string) {
  if (place === "topic") return { to: "/s/$spaceId/topics/$topicId", params: { spaceId, topicId: placeId } } as const;
  if (place === "task") return { to: "/t/$taskId", params: { taskId: placeId } } as const;
  return { to: "/s/$spaceId", params: { spaceId } } as const;
}

/** The newest first; a place that I see no more is left out. */
async function listedIn(db: Replica, told: HearingSummary[], meId: string, justMe: string): Promise<Listed[]> {
  const rows = await db.hearing.toArray();
  const ids = rows.map((row) => row.placeId);
  const [topics, tasks, spaces, people] = await Promise.all([
    db.topics.bulkGet(ids),
    db.tasks.bulkGet(ids),
    db.spaces.toArray(),
    db.people.toArray(),
  ]);
  const titled = new Map([...topics, ...tasks].flatMap((one) => (one ? [[one.id, one] as const] : [])));
  const byId = new Map(people.map((one) => [one.id, one]));
  const named = new Map(spaces.map((one) => [one.id, spaceName(one, meId, byId, justMe)]));
  const answers = new Map(told.map((one) => [hearingKey(one.place, one.placeId), one]));
  const lessIn = new Set(rows.filter((row) => row.place === "space" && isLess(row.level)).map((row) => row.placeId));
  const listed = rows.flatMap((row): Listed[] => {
    const ofSpace = row.place === "space" || row.place === "chat";
    const item = titled.get(row.placeId) ?? answers.get(row.id);
    const spaceId = ofSpace ? row.placeId : item?.spaceId;
    const space = named.get(spaceId ?? "");
    // As usual says something only where the whole space is heard less.
    const held = row.place !== "space" && lessIn.has(spaceId ?? "");
    const says = row.level !== "usual" || held;
    return spaceId && space !== undefined && says
      ? [{ row, spaceId, space, title: ofSpace ? "" : (item?.title ?? ""), held }]
      : [];
  });
  return listed.sort((a, b) => b.row.chosenAt.localeCompare(a.row.chosenAt));
}
