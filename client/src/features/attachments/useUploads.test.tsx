import { MantineProvider } from "@mantine/core";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { beforeAll, expect, test, vi } from "vitest";
import { type MeRow, ReplicaProvider } from "../../kernel/replica";
import { newReplica } from "../../kernel/testing/TestServer";
import { startText } from "../../kernel/text/text";
import { UploadList } from "./UploadList";
import { useUploads } from "./useUploads";

vi.mock("../../kernel/api/upload", () => ({ upload: () => new Promise(() => {}) }));
beforeAll(() => startText());

let add: ((files: File[]) => void) | undefined;

function Files() {
  const uploads = useUploads("s", () => {});
  add = uploads.add;
  return <UploadList uploads={uploads.uploads} onCancel={uploads.cancel} onAgain={uploads.again} />;
}

test("a file above the server's limit is refused before a byte is sent, and never offered again", async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  const db = await newReplica();
  const place = document.createElement("div");
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <MantineProvider>
        <ReplicaProvider db={db} me={{ id: "ada", maxUploadBytes: 4 } as MeRow}>
          <Files />
        </ReplicaProvider>
      </MantineProvider>,
    ),
  );

  await vi.waitFor(() => expect(add).toBeDefined());

  await act(async () => add?.([new File(["12345"], "long.txt"), new File(["1234"], "short.txt")]));

  expect(place.querySelectorAll("li")).toHaveLength(2);
  expect(place.querySelector("[role=alert]")?.textContent).toContain("5");
  expect(place.querySelectorAll("progress")).toHaveLength(1);
  expect([...place.querySelectorAll("button")].map((one) => one.textContent).filter(Boolean)).toEqual([]);
  act(() => root.unmount());
});
