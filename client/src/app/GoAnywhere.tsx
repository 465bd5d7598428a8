import { createSpotlight, Spotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import "@mantine/spotlight/styles.layer.css";
import {
  IconArrowRight,
  IconChecklist,
  IconKeyboard,
  IconLayoutGrid,
  IconLogout,
  IconMessagePlus,
  IconMessages,
  IconPlus,
  IconSearch,
  IconSettings,
  IconShieldLock,
  IconUsers,
} from "@tabler/icons-react";
import { type NavigateOptions, useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { directWith, openDirect } from "../features/spaces/openDirect";
import { type Replica, useMe, useReplica, useRows, useSubmit } from "../kernel/replica";
import { Face } from "../kernel/ui";
import { findAnything } from "./findAnything";
import classes from "./GoAnywhere.module.css";
import { type Command, fitting } from "./goPlaces";
import { SpaceMark } from "./SpaceMark";
import { type Acts, useCommands } from "./useCommands";
import { goOnFromPage } from "./useGoOn";

const [store, spotlight] = createSpotlight();

const icons: Record<string, typeof IconArrowRight> = {
  tasks: IconChecklist,
  spaces: IconLayoutGrid,
  settings: IconSettings,
  security: IconShieldLock,
  people: IconUsers,
  "new-task": IconPlus,
  "new-topic": IconPlus,
  "new-space": IconPlus,
  "new-message": IconMessagePlus,
  keys: IconKeyboard,
  "sign-out": IconLogout,
};

/** Ctrl/Cmd-K: a few letters lead to any space, task, topic, person or page on this device, or start something new. */
export function GoAnywhere({ opened, onClose, ...acts }: Acts & { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation("app");
  const [text, setText] = useState("");
  const { groups, of } = useGroups(text, acts);

  useEffect(() => {
    if (opened) spotlight.open();
    else spotlight.close();
  }, [opened]);

  // What is found comes a moment after the letters. Enter in between opens the first of it, and nothing that was found before.
  const hurried = useRef(false);
  useLayoutEffect(() => {
    if (!opened || text === "" || of !== text) return;
    queueMicrotask(() => {
      choose("first");
      if (hurried.current) chosenIn(store.getState().listId)?.click();
      hurried.current = false;
    });
  }, [opened, text, of]);

  const handleText = (next: string) => {
    hurried.current = false;
    setText(next);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || of === text) return;
    choose("nothing");
    hurried.current = true;
  };

  return (
    <Spotlight
      store={store}
      actions={groups}
      filter={(_, actions) => actions}
      query={text}
      onQueryChange={handleText}
      onSpotlightClose={onClose}
      nothingFound={t("go.nothing")}
      shortcut={null}
      // A moment later: by then it has given the focus back, if there is anything to give it to.
      onExitTransitionEnd={() => setTimeout(goOnFromPage, 20)}
      scrollable
      maxHeight={420}
      radius="lg"
      // Names the dialog for a screen reader; the eye has the search field.
      title={t("go.title")}
      classNames={{ actionsGroup: classes.group }}
      styles={{ header: { display: "none" } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      searchProps={{
        placeholder: t("go.title"),
        "aria-label": t("go.title"),
        onKeyDown: handleKeyDown,
        leftSection: <IconSearch size={18} stroke={1.6} aria-hidden />,
      }}
    />
  );
}

/** As Spotlight itself chooses, by a mark on the line; it has no door for that. */
function choose(what: "first" | "nothing") {
  const { listId } = store.getState();
  chosenIn(listId)?.removeAttribute("data-selected");
  if (what === "first")
    document.getElementById(listId)?.querySelector("[data-action]")?.setAttribute("data-selected", "true");
  store.updateState((state) => ({ ...state, selected: what === "first" ? 0 : -1 }));
}

const chosenIn = (listId: string) => document.getElementById(listId)?.querySelector<HTMLElement>("[data-selected]");

/** The lines, and what was typed when they were found. */
function useGroups(text: string, acts: Acts): { groups: SpotlightActionGroupData[]; of?: string } {
  const { t } = useTranslation("app");
  const me = useMe();
  const db = useReplica();
  const submit = useSubmit();
  const navigate = useNavigate();
  const { t: ofSpaces } = useTranslation("spaces");
  const { pages, commands } = useCommands(acts);
  const justMe = ofSpaces("justMe");
  const found = useRows(
    async (replica: Replica) => ({ of: text, ...(await findAnything(replica, text, justMe)) }),
    [text, justMe],
  );
  if (!found) return { groups: [] };

  const { of, spaces, tasks, topics, people, names } = found;
  const go = (to: NavigateOptions) => void navigate(to);
  const nameOf = (id: string) => names.get(id) ?? "";
  const actionOf = ({ id, label, description, to, act }: Command) => {
    const Icon = icons[id] ?? IconArrowRight;
    return {
      id,
      label,
      description,
      leftSection: <Icon size={18} stroke={1.6} aria-hidden />,
      onClick: () => (to ? go(to) : act?.()),
    };
  };

  const groups = [
    {
      group: t("go.spaces"),
      actions: spaces.map((space) => ({
        id: space.id,
        label: names.get(space.id),
        leftSection: <SpaceMark space={space} />,
        onClick: () => go({ to: "/s/$spaceId", params: { spaceId: space.id } }),
      })),
    },
    {
      group: t("go.tasks"),
      actions: tasks.map((task) => ({
        id: task.id,
        label: task.title,
        description: [task.key, nameOf(task.spaceId)].filter(Boolean).join(" · "),
        leftSection: <IconChecklist size={18} stroke={1.6} aria-hidden />,
        onClick: () => go({ to: "/s/$spaceId/board", params: { spaceId: task.spaceId }, search: { task: task.id } }),
      })),
    },
    {
      group: t("go.topics"),
      actions: topics.map((topic) => ({
        id: topic.id,
        label: topic.title,
        description: nameOf(topic.spaceId),
        leftSection: <IconMessages size={18} stroke={1.6} aria-hidden />,
        onClick: () => go({ to: "/s/$spaceId/topics/$topicId", params: { spaceId: topic.spaceId, topicId: topic.id } }),
      })),
    },
    {
      group: t("go.people"),
      actions: people.map((person) => ({
        id: person.id,
        label: person.name,
        description: person.roleText,
        leftSection: <Face person={person} size={24} decorative />,
        onClick: async () => {
          // Whoever may not make a space reads there who it is.
          const mayWrite = me.can.includes("space.create") || (await directWith(db, [person.id]));
          if (!mayWrite) return go({ to: "/p/$personId", params: { personId: person.id } });
          const spaceId = await openDirect(db, submit, [person.id]);
          go({ to: "/s/$spaceId/chat", params: { spaceId } });
        },
      })),
    },
    {
      group: t("go.pages"),
      actions: fitting(pages, of).map(actionOf),
    },
    {
      group: t("go.commands"),
      actions: fitting(commands, of).map(actionOf),
    },
  ].filter((group) => group.actions.length > 0);
  return { groups, of };
}
