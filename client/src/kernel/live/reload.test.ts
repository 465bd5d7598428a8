import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Replica } from "../replica";
import { newReplica } from "../testing/TestServer";
import { noteServerBuild } from "./connection";
import { reloadOnNewShell, reloadWhenOutdated } from "./reload";

let db: Replica;
let stop: () => void;
const reload = vi.fn();
const noWorker = async () => false;

beforeEach(async () => {
  sessionStorage.clear();
  reload.mockReset();
  db = await newReplica();
  stop = reloadWhenOutdated(db, "build-1", reload, noWorker);
});

afterEach(() => {
  stop();
  document.body.replaceChildren();
});

test("a newer server loads the new client", async () => {
  await noteServerBuild(db, "build-2");

  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
});

test("the same build stays", async () => {
  await noteServerBuild(db, "build-1");
  await noteServerBuild(db, "build-2");

  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
});

test("nobody is interrupted while typing", async () => {
  const field = document.body.appendChild(document.createElement("textarea"));
  field.value = "Half a sentence";
  field.focus();
  await noteServerBuild(db, "build-2");
  await vi.waitFor(() => expect(sessionStorage.length).toBe(1));
  expect(reload).not.toHaveBeenCalled();

  field.value = "";
  field.blur();
  document.dispatchEvent(new Event("focusout"));
  expect(reload).toHaveBeenCalled();
});

test("where a worker keeps the client, it is asked for the new one and the page waits for it", async () => {
  stop();
  const look = vi.fn(async () => true);
  stop = reloadWhenOutdated(db, "build-1", reload, look);

  await noteServerBuild(db, "build-2");

  await vi.waitFor(() => expect(look).toHaveBeenCalled());
  expect(reload).not.toHaveBeenCalled();
});

test("a new client is shown once the dialog is closed", () => {
  let arrive = () => {};
  const dialog = document.body.appendChild(document.createElement("div"));
  dialog.setAttribute("role", "dialog");
  const end = reloadOnNewShell(reload, (listener) => {
    arrive = listener;
    return () => {};
  });

  arrive();
  expect(reload).not.toHaveBeenCalled();

  dialog.remove();
  document.dispatchEvent(new Event("focusout"));
  expect(reload).toHaveBeenCalledOnce();
  end();
});
