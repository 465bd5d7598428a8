import { Button, Title } from "@mantine/core";
import { IconAlertCircle, IconClock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { lostOf, type OutboxEntry, useMe, useRows } from "../../kernel/replica";
import { Empty, useDiscard, useTitle, When } from "../../kernel/ui";
import { Refusal } from "../../kernel/ui/Refusal";
import { spaceName } from "../spaces/spaceName";
import { LostList } from "./LostList";
import { nameOfEntry } from "./nameOfEntry";
import classes from "./Unsent.module.css";

/** What this device has not handed over yet, and what the server did not take, with the reason and what can be done. */
export function Unsent() {
  const { t } = useTranslation("sync");
  useTitle(t("title"));
  const entries = useRows((db) => db.outbox.where("state").anyOf("refused", "pending").sortBy("seq"), []);
  const lost = useRows(lostOf, []);
  if (!entries || !lost) return null;
  const refused = entries.filter((entry) => entry.state === "refused");
  const waiting = entries.filter((entry) => entry.state === "pending");
  return (
    <div className={classes.page}>
      <Title order={1}>{t("title")}</Title>
      {entries.length + lost.length === 0 && <Empty>{t("none")}</Empty>}
      <Entries label={t("refused")} about={t("refusedAbout")} entries={refused} />
      <Entries label={t("waiting")} about={t("waitingAbout")} entries={waiting} />
      <LostList entries={lost} />
    </div>
  );
}

function Entries({ label, about, entries }: { label: string; about: string; entries: OutboxEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section aria-label={label}>
      <h2 className={classes.label}>{label}</h2>
      <p className={classes.about}>{about}</p>
      <ul className={classes.rows}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ entry }: { entry: OutboxEntry }) {
  const { t } = useTranslation("sync");
  const { t: ofSpaces } = useTranslation("spaces");
  const justMe = ofSpaces("justMe");
  const me = useMe();
  const discard = useDiscard();
  const found = useRows((db) => nameOfEntry(db, entry), [entry.id, entry.state]);
  const space = useRows(
    async (db) => {
      const one = await db.spaces.get(entry.spaceId);
      const people = await db.people.bulkGet(one?.memberIds ?? []);
      const known = new Map(people.flatMap((person) => (person ? [[person.id, person] as const] : [])));
      return one ? spaceName(one, me.id, known, justMe) : "";
    },
    [entry.spaceId, justMe],
  );
  const refused = entry.state === "refused";
  const Mark = refused ? IconAlertCircle : IconClock;
  const kind = entry.predicts[0]?.kind ?? "";
  return (
    <li className={classes.row} data-refused={refused || undefined}>
      <Mark className={classes.mark} size={18} stroke={1.6} aria-hidden />
      <div className={classes.what}>
        <span>
          {t(`did.${kind}`, { defaultValue: t("did.other") })}
          {found?.link ? (
            <>
              {": "}
              <Link to={found.link} className={classes.thing}>
                {found.name}
              </Link>
            </>
          ) : (
            found?.name && `: ${found.name}`
          )}
        </span>
        <span className={classes.about}>
          {space && `${space} · `}
          <When at={entry.at} zone={me.person.zone} />
        </span>
        {refused && (
          <div className={classes.refusal}>
            <Refusal entry={entry} />
          </div>
        )}
      </div>
      {!refused && (
        <Button size="compact-sm" variant="default" onClick={() => void discard(entry)}>
          {t("discard")}
        </Button>
      )}
    </li>
  );
}
