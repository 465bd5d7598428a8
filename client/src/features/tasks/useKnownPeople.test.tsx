import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import { type MeRow, type PersonRow, ReplicaProvider } from "../../kernel/replica";
import { newReplica } from "../../kernel/testing/TestServer";
import { startText } from "../../kernel/text/text";
import { type BoardHands, BoardProvider } from "./board/boardContext";
import { CardLine } from "./board/CardLine";
import { cardOf } from "./board/cards";
import { task } from "./testing/board";
import { useKnownPeople } from "./useKnownPeople";

const person = (id: string, more: Partial<PersonRow> = {}) =>
  ({ id, name: id, roleText: "", picture: null, zone: "UTC", former: false, ...more }) as PersonRow;

const card = cardOf(
  task("t", { assignees: ["Ben", "gone", "unknown"].map((personId) => ({ personId, state: "none" })) }),
);

function Line() {
  const known = useKnownPeople();
  const hands = { labels: new Map(), known, zone: "UTC" } as unknown as BoardHands;
  return (
    known && (
      <BoardProvider value={hands}>
        <CardLine card={card} />
      </BoardProvider>
    )
  );
}

test("only who left the workspace is called a former member; who left the space keeps their name", async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  await startText();
  const db = await newReplica();
  await db.people.bulkPut([person("Ben"), person("gone", { former: true })]);
  const place = document.createElement("div");
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <ReplicaProvider db={db} me={{ id: "ada" } as MeRow}>
        <Line />
      </ReplicaProvider>,
    ),
  );
  const names = () => [...place.querySelectorAll("[role=img]")].map((one) => one.getAttribute("aria-label"));

  await vi.waitFor(() => expect(names()).toEqual(["Ben", "Former member", "…"]));

  act(() => root.unmount());
});
