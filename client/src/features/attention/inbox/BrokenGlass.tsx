import { Button, Group } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../kernel/api/call";
import type { BreakGlassResponse, GlassVerdict, ReceivedBreakGlass } from "../../../kernel/api/types";
import { useAnswer } from "../../../kernel/api/useAnswer";
import { useMe } from "../../../kernel/replica";
import { dayAndTime } from "../../../kernel/text/dates";
import { ProblemNote } from "../../../kernel/ui";
import { useSending } from "../../accounts/useSending";
import classes from "./Inbox.module.css";
import type { Names } from "./useNames";

const verdicts: GlassVerdict[] = ["right", "couldWait"];

/** What reached me because it could not wait; for two working days I may say what I think of that. */
export function BrokenGlass({ rows, names }: { rows: { id: string; urgency: string }[]; names: Names }) {
  const { t } = useTranslation("inbox");
  const { data, again } = useAnswer<BreakGlassResponse>("/break-glass");
  const present = rows.flatMap(({ id, urgency }) => (urgency === "breakGlass" ? [id] : [])).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one has come
  useEffect(again, [present]);

  if (!data || data.received.length === 0) return null;
  return (
    <section aria-label={t("glass.title")} className={classes.glass}>
      {data.received.map((one) => (
        <Reached key={one.id} one={one} name={names.person(one.senderId)} onJudged={again} />
      ))}
    </section>
  );
}

function Reached({ one, name, onJudged }: { one: ReceivedBreakGlass; name: string; onJudged: () => void }) {
  const { t } = useTranslation("inbox");
  const { zone } = useMe().person;
  const { problem, send } = useSending();
  const judge = (verdict: GlassVerdict) =>
    void send(() => call("PUT", `/break-glass/${one.id}/verdict`, { body: { verdict } })).then(onJudged);
  return (
    <div>
      <p>
        {t(`glass.reasons.${one.reason}`, { name, when: dayAndTime(one.at, zone) })} {one.breaks && `“${one.breaks}”`}
      </p>
      <Group gap={6} mt={6} role="group" aria-label={t("glass.verdict", { name })}>
        {verdicts.map((verdict) => (
          <Button
            key={verdict}
            size="compact-sm"
            variant={one.verdict === verdict ? "light" : "default"}
            aria-pressed={one.verdict === verdict}
            onClick={() => judge(verdict)}
          >
            {t(`glass.verdicts.${verdict}`)}
          </Button>
        ))}
        <span className={classes.count}>{t("glass.until", { when: dayAndTime(one.verdictUntil, zone) })}</span>
      </Group>
      <ProblemNote error={problem} />
    </div>
  );
}
