import { Button, Select, Title } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ActivityItem } from "../../kernel/api/types";
import { usePages } from "../../kernel/api/usePages";
import { useMe, useRows } from "../../kernel/replica";
import { dayIn, shortDay } from "../../kernel/text/dates";
import { Empty, ProblemNote, useTitle } from "../../kernel/ui";
import classes from "./Activity.module.css";
import { ActivityRun } from "./activity/ActivityRun";
import { runsOf } from "./activity/runs";
import { useKnown } from "./activity/useKnown";
import { useSpaceName } from "./spaceName";
import { useMembers } from "./useMembers";

const nouns = ["task", "checklist", "message", "topic", "member", "list", "label", "space"] as const;

/** Who did what here, newest first; the filter stands in the address. */
export function Activity({ spaceId }: { spaceId: string }) {
  const { t } = useTranslation("activity");
  const { zone } = useMe().person;
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { person?: string; kind?: string };
  const kind = nouns.find((noun) => noun === search.kind);
  const members = useMembers(spaceId);
  const space = useRows((db) => db.spaces.get(spaceId), [spaceId]);
  const query = new URLSearchParams({ ...(search.person && { person: search.person }), ...(kind && { kind }) });
  const { items, problem, more, again } = usePages<ActivityItem>(`/spaces/${spaceId}/activity?${query}`);
  const known = useKnown(spaceId, items);
  useTitle(t("title"), useSpaceName(space));

  const handleFilter = (next: { person?: string; kind?: string }) =>
    void navigate({ to: ".", search: (old: object) => ({ ...old, ...next }) });

  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={2}>{t("title")}</Title>
        <div className={classes.filters}>
          <Select
            size="sm"
            w={170}
            aria-label={t("of")}
            placeholder={t("everything")}
            clearable
            clearButtonProps={{ "aria-label": t("everything") }}
            data={nouns.map((value) => ({ value, label: t(`nouns.${value}`) }))}
            value={kind ?? null}
            onChange={(value) => handleFilter({ kind: value ?? undefined })}
          />
          <Select
            size="sm"
            w={170}
            aria-label={t("by")}
            placeholder={t("everybody")}
            clearable
            searchable
            clearButtonProps={{ "aria-label": t("everybody") }}
            data={members?.map(({ person }) => ({ value: person.id, label: person.name })) ?? []}
            value={search.person ?? null}
            onChange={(value) => handleFilter({ person: value ?? undefined })}
          />
        </div>
      </div>
      <ProblemNote error={problem} again={again} />
      {items?.length === 0 && <Empty>{t(kind || search.person ? "noneFound" : "none")}</Empty>}
      {known &&
        items &&
        byDay(items, zone).map(({ day, items: ofDay }) => (
          <section key={day} aria-label={shortDay(day, zone)}>
            <h3 className={classes.day}>{shortDay(day, zone)}</h3>
            <ol className={classes.lines}>
              {runsOf(ofDay).map((run) => (
                <ActivityRun key={run[0]?.version} run={run} known={known} spaceId={spaceId} />
              ))}
            </ol>
          </section>
        ))}
      {more && (
        <Button variant="subtle" color="gray" onClick={more}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}

function byDay(items: ActivityItem[], zone: string): { day: string; items: ActivityItem[] }[] {
  const days: { day: string; items: ActivityItem[] }[] = [];
  for (const item of items) {
    const day = dayIn(new Date(item.at), zone);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
