import { Button, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { IncidentResponse } from "../../../kernel/api/types";
import { usePages } from "../../../kernel/api/usePages";
import { useMe } from "../../../kernel/replica";
import { ProblemNote, When } from "../../../kernel/ui";
import classes from "../../accounts/SettingsFrame.module.css";
import { useKnownPeople } from "../../tasks/useKnownPeople";

/** What did not add up when items and ledgers were held against each other, for those who manage the workspace. */
export function Incidents() {
  const { t } = useTranslation("attention");
  const { zone } = useMe().person;
  const people = useKnownPeople();
  const { items, problem, more, again } = usePages<IncidentResponse>("/incidents");

  return (
    <section className={classes.section}>
      <Title order={2}>{t("incidents.title")}</Title>
      <Text c="dimmed">{t("incidents.why")}</Text>
      <ProblemNote error={problem} again={again} />
      {items?.length === 0 && <Text>{t("incidents.none")}</Text>}
      <ul className={classes.rows}>
        {items?.map(({ id, kind, personId, latestAt, times }) => (
          <li key={id} className={classes.row}>
            <span className={classes.grow}>
              {t(`incidents.kinds.${kind}`, { who: people?.get(personId)?.name ?? t("incidents.somebody") })}
            </span>
            <Text size="sm" c="dimmed">
              {times > 1 && `${t("incidents.times", { count: times })} `}
              <When at={latestAt} zone={zone} />
            </Text>
          </li>
        ))}
      </ul>
      {more && (
        <Button variant="default" style={{ alignSelf: "flex-start" }} onClick={more}>
          {t("incidents.more")}
        </Button>
      )}
    </section>
  );
}
