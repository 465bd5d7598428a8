import { MantineProvider } from "@mantine/core";
import i18next from "i18next";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, expect, test } from "vitest";
import { type MeRow, ReplicaProvider } from "../../../kernel/replica";
import { newReplica } from "../../../kernel/testing/TestServer";
import { startText } from "../../../kernel/text/text";
import { taskRights } from "../taskRights";
import { space, task } from "../testing/board";
import { TaskAttachments } from "./TaskAttachments";

const file = (name: string, uploadedById: string) => ({
  id: name,
  uploadedById,
  name,
  size: 9,
  type: "text/plain",
  width: null,
  height: null,
  url: "",
  preview: null,
});
const one = task("t", {
  assignees: [{ personId: "gus", state: "none" }],
  attachments: [file("his.txt", "gus"), file("hers.txt", "ada")],
});
const me = { id: "gus", person: { id: "gus", zone: "UTC" } } as MeRow;
const guests = space({ role: "guest", can: ["task.work.assigned", "attachment.add"] });

let root: Root;
afterEach(() => act(() => root.unmount()));

test("a guest can take their own file off their task, and no other", async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  await startText();
  await i18next.loadNamespaces("attachments");
  const db = await newReplica();
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  root = createRoot(place);
  await act(async () =>
    root.render(
      <MantineProvider>
        <ReplicaProvider db={db} me={me}>
          <TaskAttachments task={one} may={taskRights(guests, one, me.id)} />
        </ReplicaProvider>
      </MantineProvider>,
    ),
  );

  expect(document.querySelectorAll("li")).toHaveLength(2);
  const removable = [...document.querySelectorAll("li")].filter((line) => line.querySelector("button"));
  expect(removable.map((line) => line.textContent)).toEqual([expect.stringContaining("his.txt")]);
});
