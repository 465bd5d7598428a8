import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pull, watchTouches } from "./touchDrag";

let board: HTMLElement;
let stop: () => void;
const [onDrop, onPress] = [vi.fn(), vi.fn()];
let mayLift = true;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  mayLift = true;
  document.body.innerHTML = `<div id="board">
    <section data-list="todo"><ul><li data-card="a"><a>A</a></li><li data-card="b"><a>B</a></li></ul></section>
    <section data-list="done"><ul></ul></section></div>`;
  board = document.getElementById("board") as HTMLElement;
  stop = watchTouches(board, () => ({ mayLift: () => mayLift, onDrop, onPress }));
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** A finger on `on`; happy-dom has no Touch, and no layout: what lies under it is said. */
function finger(type: string, on: Element | null, x: number, y: number) {
  document.elementFromPoint = () => on;
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.assign(event, { touches: type === "touchend" ? [] : [{ clientX: x, clientY: y }] });
  (type === "touchstart" ? (on as Element) : board).dispatchEvent(event);
  return event;
}

const card = (id: string) => board.querySelector(`[data-card=${id}] a`) as Element;

test("a finger that rests lifts a card and puts it down where it lets go", () => {
  finger("touchstart", card("a"), 10, 10);
  vi.advanceTimersByTime(400);
  const move = finger("touchmove", board.querySelector("[data-list=done]"), 200, 60);
  finger("touchend", null, 0, 0);

  expect(move.defaultPrevented).toBe(true);
  expect(onDrop).toHaveBeenCalledWith(
    { type: "card", cardId: "a", listId: "todo" },
    { listId: "done", cardId: undefined },
    null,
  );
  expect(board.querySelectorAll("[aria-hidden=true]")).toHaveLength(0);
});

test("a finger that moves at once scrolls", () => {
  finger("touchstart", card("a"), 10, 10);
  const move = finger("touchmove", card("b"), 10, 60);
  vi.advanceTimersByTime(400);
  finger("touchend", null, 0, 0);

  expect(move.defaultPrevented).toBe(false);
  expect(onDrop).not.toHaveBeenCalled();
});

test("a long press that carries nothing asks for the menu", () => {
  finger("touchstart", card("b"), 10, 10);
  vi.advanceTimersByTime(400);
  finger("touchend", null, 0, 0);

  expect(onPress).toHaveBeenCalledWith({ type: "card", cardId: "b", listId: "todo" }, expect.anything());
});

test("what may not be moved stays", () => {
  mayLift = false;
  finger("touchstart", card("a"), 10, 10);
  vi.advanceTimersByTime(400);
  finger("touchmove", card("b"), 10, 60);
  finger("touchend", null, 0, 0);

  expect(onDrop).not.toHaveBeenCalled();
  expect(onPress).not.toHaveBeenCalled();
});

test("near an edge the board comes along, the nearer the faster", () => {
  expect(pull(200, 0, 400)).toBe(0);
  expect(pull(40, 0, 400)).toBeLessThan(0);
  expect(pull(10, 0, 400)).toBeLessThan(pull(40, 0, 400));
  expect(pull(390, 0, 400)).toBeGreaterThan(0);
});
