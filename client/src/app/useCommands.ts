import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { spaceName } from "../features/spaces/spaceName";
import { useMe, useRows } from "../kernel/replica";
import type { Command } from "./goPlaces";
import { toFocus } from "./toFocus";
import { toNewDirect } from "./toNewDirect";

export interface Acts {
  onHelp: () => void;
  onSignOut: () => void;
}

/** What can be done and where one can go without naming a space, a task or a person. New things come into the space one is in. */
export function useCommands({ onHelp, onSignOut }: Acts): { pages: Command[]; commands: Command[] } {
  const { t } = useTranslation("app");
  const { t: ofSpaces } = useTranslation("spaces");
  const justMe = ofSpaces("justMe");
  const me = useMe();
  const { spaceId: here } = useParams({ strict: false }) as { spaceId?: string };
  const space = useRows(
    async (db) => {
      const current = here ? await db.spaces.get(here) : undefined;
      const mayMake = current && !current.archivedAt && current.can.includes("task.create");
      const found = mayMake ? current : await db.spaces.get(me.personalSpaceId);
      const people = await db.people.bulkGet(found?.memberIds ?? []);
      const known = new Map(people.flatMap((one) => (one ? [[one.id, one] as const] : [])));
      return found && { ...found, called: spaceName(found, me.id, known, justMe) };
    },
    [here, me.personalSpaceId, justMe],
  );
  const within = space && { params: { spaceId: space.id } };
  const manages = me.can.includes("people.see");

  return {
    pages: [
      { id: "inbox", label: t("inbox"), to: { to: "/inbox" } },
      { id: "tasks", label: t("myTasks"), to: { to: "/tasks" } },
      { id: "spaces", label: t("allSpaces"), to: { to: "/spaces" } },
      { id: "settings", label: t("pages.profile"), description: t("settings"), to: { to: "/settings" } },
      { id: "security", label: t("pages.security"), description: t("settings"), to: { to: "/settings/security" } },
      ...(manages
        ? [
            {
              id: "people",
              label: t("pages.people"),
              description: t("settings"),
              to: { to: "/settings/people" } as const,
            },
          ]
        : []),
    ],
    commands: [
      ...(within
        ? [
            {
              id: "new-task",
              label: t("do.newTask"),
              description: space.called,
              to: { to: "/s/$spaceId/board", ...within, search: { new: "task" as const } } as const,
            },
            {
              id: "new-topic",
              label: t("do.newTopic"),
              description: space.called,
              to: { to: "/s/$spaceId/topics", ...within, search: { new: "topic" as const } } as const,
            },
          ]
        : []),
      ...(me.can.includes("space.create")
        ? [
            {
              id: "new-space",
              label: t("newSpace"),
              to: { to: "/spaces", search: { new: "group" as const } } as const,
            },
            {
              id: "new-message",
              label: t("newMessage"),
              to: { to: ".", search: toNewDirect } as Command["to"] & object,
            },
          ]
        : []),
      { id: "focus", label: t("focusNow"), to: { to: ".", search: toFocus } as Command["to"] & object },
      { id: "keys", label: t("shortcuts.title"), act: onHelp },
      { id: "sign-out", label: t("signOut"), act: onSignOut },
    ],
  };
}
