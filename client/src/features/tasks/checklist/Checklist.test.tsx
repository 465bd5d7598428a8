import { MantineProvider } from "@mantine/core";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type MeRow, type Replica, ReplicaProvider } from "../../../kernel/replica";
import { newReplica } from "../../../kernel/testing/TestServer";
import { startText } from "../../../kernel/text/text";
import { byOrder } from "../order";
import { taskRights } from "../taskRights";
import "../taskChanges";
import { space, task } from "../testing/board";
import { Checklist } from "./Checklist";

const item = (id: string, orderKey: string) => ({ id, text: id, ownerId: null, due: null, done: false, orderKey });
const one = task("t", { checklist: [item("a", "a0"), item("b", "a1"), item("c", "a2")] });
const me = { id: "ada", person: { id: "ada", zone: "UTC" } } as MeRow;

let db: Replica;
let root: Root;
beforeEach(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  await startText();
  db = await newReplica();
  await db.tasks.put(one);
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  root = createRoot(place);
  await act(async () =>
    root.render(
      <MantineProvider>
        <ReplicaProvider db={db} me={me}>
          <Checklist task={one} may={taskRights(space(), one, "ada")} />
        </ReplicaProvider>
      </MantineProvider>,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
});

const step = (id: string) => document.querySelector(`[data-step=${id}]`) as HTMLElement;
const handle = (id: string) => step(id).querySelector("svg") as Element;

/** A finger on `on`; happy-dom has no Touch, and no layout: what lies under it is said. */
function finger(type: string, on: Element, y: number) {
  document.elementFromPoint = () => on;
  const event = new Event(type, { bubbles: true, cancelable: true });
  on.dispatchEvent(Object.assign(event, { touches: type === "touchend" ? [] : [{ clientX: 10, clientY: y }] }));
}

async function carry(from: Element, to: Element) {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  finger("touchstart", from, 10);
  vi.advanceTimersByTime(400);
  vi.useRealTimers();
  finger("touchmove", to, 80);
  finger("touchend", to, 80);
}

const order = async () => ((await db.tasks.get("t"))?.checklist ?? []).toSorted(byOrder).map(({ id }) => id);

test("a finger that rests on a step's handle carries it", async () => {
  await carry(handle("a"), step("c"));

  await vi.waitFor(async () => expect(await order()).toEqual(["b", "c", "a"]));
});

test("a finger on the words writes, and carries nothing", async () => {
  await carry(step("a").querySelector("textarea") as Element, step("c"));

  expect(await db.outbox.count()).toBe(0);
});
