import { MantineProvider } from "@mantine/core";
import i18next from "i18next";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useConnection } from "../../kernel/live/connection";
import { type MeRow, type Replica, ReplicaProvider, submit } from "../../kernel/replica";
import { newReplica, registerPlainChanges } from "../../kernel/testing/TestServer";
import { startText } from "../../kernel/text/text";
import { SignOut } from "./SignOut";

registerPlainChanges();

let db: Replica;
let root: Root;

const Waiting = () => <output>{useConnection().waiting}</output>;

const render = (opened: boolean) =>
  act(async () =>
    root.render(
      <MantineProvider env="test">
        <ReplicaProvider db={db} me={{ id: "ada" } as MeRow}>
          <Waiting />
          <SignOut opened={opened} onClose={() => {}} />
        </ReplicaProvider>
      </MantineProvider>,
    ),
  );
const shown = (look: () => void) =>
  vi.waitFor(async () => {
    await act(async () => {});
    look();
  });
const dialog = () => document.querySelector("[role=dialog]");

beforeEach(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  await startText();
  await i18next.loadNamespaces("accounts");
  db = await newReplica();
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  root = createRoot(place);
});

afterEach(() => act(() => root.unmount()));

test("whoever was asked may still sign out when the last of it has been sent meanwhile", async () => {
  await submit(db, { spaceId: "s", method: "PATCH", path: "/lists/l", body: { name: "One" }, predicts: [] });
  await render(false);
  await shown(() => expect(document.querySelector("output")?.textContent).toBe("1"));
  await render(true);
  await shown(() => expect(dialog()).not.toBeNull());

  await act(() => db.outbox.clear());

  await shown(() => expect(dialog()?.textContent).toContain("Sign out of this device"));
});
