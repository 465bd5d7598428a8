import { Button, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerEntry, LedgerItem } from "../../../kernel/api/types";
import { useMe } from "../../../kernel/replica";
import { dayAndTime, shortDay } from "../../../kernel/text/dates";
import { Empty, ProblemNote, TextLink, When } from "../../../kernel/ui";
import classes from "../../accounts/SettingsFrame.module.css";
import { useKnownPeople } from "../../tasks/useKnownPeople";
import styles from "./LedgerPage.module.css";
import { QuietSection } from "./QuietSection";
import { type Checked, useLedger } from "./useLedger";

const pageLength = 50;

/** What happened to everything that was asked of me or told to me, checked by this browser. */
export function LedgerPage() {
  const { t } = useTranslation("attention");
  const { checked, problem, again } = useLedger();
  const [shown, setShown] = useState(pageLength);
  const entries = checked?.entries ?? [];

  return (
    <>
      <section className={classes.section}>
        <Title order={2}>{t("ledger.title")}</Title>
        <Text c="dimmed">{t("ledger.why")}</Text>
        <ProblemNote error={problem} again={again} />
        <div role="status">{checked ? <Verdict {...checked} /> : !problem && <Text>{t("ledger.checking")}</Text>}</div>
        {checked && entries.length === 0 && <Empty>{t("ledger.none")}</Empty>}
        <ol className={styles.entries} reversed start={entries.length}>
          {entries.slice(0, shown).map((entry) => (
            <EntryLine key={entry.number} entry={entry} about={checked?.about.get(entry.itemId)} />
          ))}
        </ol>
        {entries.length > shown && (
          <Button variant="default" style={{ alignSelf: "flex-start" }} onClick={() => setShown(shown + pageLength)}>
            {t("ledger.earlier")}
          </Button>
        )}
      </section>
      <QuietSection />
    </>
  );
}

function Verdict({ entries, proof, verdict }: Checked) {
  const { t } = useTranslation("attention");
  const { zone } = useMe().person;
  if (verdict.kind === "unable") return <Text>{t("ledger.unable")}</Text>;
  if (verdict.kind === "broken") {
    const { at } = verdict;
    return (
      <Text c="red.8" fw={500}>
        {"entry" in at
          ? t("ledger.brokenEntry", { number: at.entry })
          : t("ledger.brokenDay", { day: shortDay(at.day, zone) })}
      </Text>
    );
  }
  if (entries.length === 0) return null;
  return (
    <Text fw={500}>
      {t("ledger.whole", { count: entries.length })}{" "}
      {proof ? t("ledger.rooted", { day: shortDay(proof.day, zone) }) : t("ledger.rootless")}
    </Text>
  );
}

function EntryLine({ entry, about }: { entry: LedgerEntry; about?: LedgerItem }) {
  const { t } = useTranslation("attention");
  const me = useMe();
  const people = useKnownPeople();
  const { zone } = me.person;
  const who = entry.byId && entry.byId !== me.person.id ? people?.get(entry.byId)?.name : undefined;
  const words = {
    who,
    due: entry.due ? dayAndTime(entry.due, zone) : undefined,
    context: who ? "by" : entry.due ? "due" : undefined,
  };
  return (
    <li className={styles.entry}>
      <span className={styles.number} aria-hidden="true">
        {entry.number}
      </span>
      <span className={styles.words}>
        {t(`ledger.acts.${entry.act}`, words)}
        {about?.subject && (
          <span className={styles.subject}>
            <Post {...about} />
          </span>
        )}
      </span>
      <span className={styles.when}>
        <When at={entry.at} zone={zone} />
      </span>
    </li>
  );
}

function Post({ kind, postId, subject }: LedgerItem) {
  return kind === "task" ? (
    <TextLink to="/t/$taskId" params={{ taskId: postId }}>
      {subject}
    </TextLink>
  ) : (
    <TextLink to="/m/$messageId" params={{ messageId: postId }}>
      {subject}
    </TextLink>
  );
}
