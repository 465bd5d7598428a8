import { Button } from "@mantine/core";
import { IconCircleCheck, IconCircleDashed } from "@tabler/icons-react";
import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { useMe, useRows } from "../../kernel/replica";
import { Empty } from "../../kernel/ui";
import classes from "./FirstSteps.module.css";

const LinkButton = createLink((props: ComponentProps<typeof Button<"a">>) => <Button component="a" {...props} />);

/**
 * What somebody new does first, each with its button; what exists is ticked off by itself, and once all of it does, the
 * place says only what it is for (`otherwise`) and leads to where the work is.
 */
export function FirstSteps({ otherwise }: { otherwise: string }) {
  const { t } = useTranslation("people");
  const me = useMe();
  const known = useRows(async (db) => {
    const space = await db.spaces.filter((one) => one.kind === "group" && !one.archivedAt).first();
    return { space, others: (await db.people.count()) > 1 };
  }, []);
  if (!known) return null;
  const { space, others } = known;

  const steps = [
    me.can.includes("space.create") && {
      key: "space",
      done: space !== undefined,
      button: (
        <LinkButton to="/spaces" search={{ new: "group" }}>
          {t("first.space.do")}
        </LinkButton>
      ),
    },
    me.can.includes("workspace.invite") && {
      key: "people",
      done: others,
      button: (
        <LinkButton to="/settings/people" variant="default">
          {t("first.people.do")}
        </LinkButton>
      ),
    },
    {
      key: "profile",
      done: me.person.picture !== null || me.person.roleText !== "",
      button: (
        <LinkButton to="/settings" variant="default">
          {t("first.profile.do")}
        </LinkButton>
      ),
    },
  ].filter((step) => step !== false);

  if (steps.every((step) => step.done || step.key === "profile")) {
    const toSpace = space && (
      <LinkButton to="/s/$spaceId" params={{ spaceId: space.id }} variant="default">
        {t("first.open", { name: space.name })}
      </LinkButton>
    );
    return <Empty action={toSpace}>{otherwise}</Empty>;
  }
  return (
    <section aria-labelledby="first-steps" className={classes.first}>
      <h2 id="first-steps" className={classes.title}>
        {t("first.title", { workspace: me.workspace.name })}
      </h2>
      <ol className={classes.steps}>
        {steps.map(({ key, done, button }) => (
          <li key={key} className={classes.step}>
            {done ? (
              <IconCircleCheck
                className={classes.done}
                size={22}
                stroke={1.6}
                role="img"
                aria-label={t("first.done")}
              />
            ) : (
              <IconCircleDashed className={classes.open} size={22} stroke={1.6} aria-hidden />
            )}
            <div className={classes.what}>
              <h3 className={classes.name}>{t(`first.${key as "space"}.title`)}</h3>
              <p className={classes.why}>{t(`first.${key as "space"}.why`)}</p>
            </div>
            {!done && button}
          </li>
        ))}
      </ol>
    </section>
  );
}
