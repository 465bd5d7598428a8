import { Menu } from "@mantine/core";
import { IconBan, IconCircle, IconCircleCheck, IconProgress } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Progress } from "../../../kernel/api/types";
import { type TaskRow, useSubmit } from "../../../kernel/replica";
import { assignPerson } from "../assignPerson";
import classes from "./Properties.module.css";

const icons = { none: IconCircle, doing: IconProgress, done: IconCircleCheck, blocked: IconBan };
const states: Progress[] = ["none", "doing", "blocked", "done"];

export interface ProgressMenuProps {
  task: Pick<TaskRow, "id" | "spaceId" | "assignees">;
  person: { id: string; name: string };
  state: Progress;
  mayEdit: boolean;
}

/** How far one person is with a task. */
export function ProgressMenu({ task, person, state, mayEdit }: ProgressMenuProps) {
  const { t } = useTranslation("tasks");
  const submit = useSubmit();
  const shown = (
    <>
      <StateMark state={state} /> {t(`state.${state}`)}
    </>
  );
  if (!mayEdit) return <span className={classes.state}>{shown}</span>;
  return (
    <Menu position="bottom-start" shadow="md" keepMounted={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button
          type="button"
          className={classes.state}
          data-state={state}
          aria-label={t("stateOf", { name: person.name, state: t(`state.${state}`) })}
        >
          {shown}
        </button>
      </Menu.Target>
      <Menu.Dropdown onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}>
        {states.map((one) => (
          <Menu.Item
            key={one}
            leftSection={<StateMark state={one} />}
            onClick={() => one !== state && void submit(assignPerson(task, person.id, one))}
          >
            {t(`state.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function StateMark({ state }: { state: Progress }) {
  const Icon = icons[state];
  return <Icon size={16} stroke={1.8} aria-hidden data-hue={state === "done" ? "green" : undefined} />;
}
