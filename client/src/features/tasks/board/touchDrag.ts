/** How long a finger rests before it lifts what is under it: longer than a tap, shorter than the system's own long press. */
const restMs = 350;
/** A finger that moves further before that scrolls. */
const slopPx = 10;
/** So near an edge the board or the list scrolls under what is carried. */
const shorePx = 48;
/** Cards of a board, steps of a checklist. */
const slots = "[data-card], [data-step]";

export interface Lifted {
  type: "card" | "list";
  cardId?: string;
  listId: string;
}

export interface Touches {
  mayLift: (lifted: Lifted) => boolean;
  onDrop: (lifted: Lifted, target: { cardId?: string; listId: string }, edge: string | null) => void;
  /** Lifted and put down at once: what a long press means where nothing is carried. */
  onPress: (lifted: Lifted, at: DOMRect) => void;
}

/**
 * Carries cards and lists by touch, and the steps of a checklist as if they were cards of one list. Not by the browser's drag and
 * drop: for a finger the system decides whether that begins, and many never let it. The slots keep `draggable` for the mouse.
 */
export function watchTouches(board: HTMLElement, touches: () => Touches): () => void {
  let carry: Carry | null = null;

  const start = (event: TouchEvent) => {
    const element = event.target instanceof Element ? event.target : null;
    const found = event.touches.length === 1 && element ? liftable(element) : null;
    carry?.end();
    carry = null;
    if (!found || !touches().mayLift(found.lifted)) return;
    const { clientX, clientY } = event.touches[0] as Touch;
    carry = new Carry(board, found.slot, found.lifted, clientX, clientY);
  };
  const move = (event: TouchEvent) => {
    if (!carry || !event.touches[0]) return;
    const { clientX, clientY } = event.touches[0];
    if (carry.lifted) {
      event.preventDefault();
      carry.to(clientX, clientY);
    } else if (carry.hasLeft(clientX, clientY)) {
      carry.end();
      carry = null;
    }
  };
  const end = (event: TouchEvent) => {
    const done = carry;
    carry = null;
    done?.end();
    if (!done?.lifted) return;
    // No click follows.
    event.preventDefault();
    if (event.type === "touchcancel") return;
    if (!done.carried) touches().onPress(done.what, done.slot.getBoundingClientRect());
    else if (done.target) touches().onDrop(done.what, done.target, done.edge);
  };
  const quiet = (event: Event) => {
    if (!carry) return;
    event.preventDefault();
    event.stopPropagation();
  };

  board.addEventListener("touchstart", start, { passive: true });
  // Must be there before the finger is: a listener that comes later cannot hold the scrolling any more.
  board.addEventListener("touchmove", move, { passive: false });
  board.addEventListener("touchend", end);
  board.addEventListener("touchcancel", end);
  board.addEventListener("contextmenu", quiet, true);
  return () => {
    carry?.end();
    board.removeEventListener("touchstart", start);
    board.removeEventListener("touchmove", move);
    board.removeEventListener("touchend", end);
    board.removeEventListener("touchcancel", end);
    board.removeEventListener("contextmenu", quiet, true);
  };
}

function liftable(element: Element): { slot: HTMLElement; lifted: Lifted } | null {
  if (element.closest("button, input, textarea")) return null;
  const column = element.closest<HTMLElement>("[data-list]");
  const card = element.closest<HTMLElement>(slots);
  const listId = column?.dataset.list;
  if (!column || !listId) return null;
  if (card) return { slot: card, lifted: { type: "card", cardId: idOf(card), listId } };
  return element.closest("[data-movable]") ? { slot: column, lifted: { type: "list", listId } } : null;
}

/** One finger's way from where it rests to where it lets go. */
class Carry {
  lifted = false;
  carried = false;
  target: { cardId?: string; listId: string } | null = null;
  edge: string | null = null;
  private ghost: HTMLElement | null = null;
  private marked: HTMLElement | null = null;
  private readonly timer: ReturnType<typeof setTimeout>;
  private frame = 0;
  private x: number;
  private y: number;

  constructor(
    private readonly board: HTMLElement,
    readonly slot: HTMLElement,
    readonly what: Lifted,
    private readonly fromX: number,
    private readonly fromY: number,
  ) {
    [this.x, this.y] = [fromX, fromY];
    // The browser's own dragging would take the finger away.
    slot.draggable = false;
    this.timer = setTimeout(() => this.lift(), restMs);
  }

  hasLeft(x: number, y: number) {
    return Math.hypot(x - this.fromX, y - this.fromY) > slopPx;
  }

  to(x: number, y: number) {
    [this.x, this.y] = [x, y];
    this.carried ||= this.hasLeft(x, y);
    this.show();
  }

  end() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    this.slot.draggable = true;
    this.slot.style.opacity = "";
    this.board.style.scrollSnapType = "";
    this.ghost?.remove();
    this.mark(null, null);
  }

  private lift() {
    this.lifted = true;
    const { left, top, width } = this.slot.getBoundingClientRect();
    const ghost = this.slot.cloneNode(true) as HTMLElement;
    Object.assign(ghost.style, {
      position: "fixed",
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      maxHeight: "50dvh",
      overflow: "hidden",
      zIndex: "300",
      pointerEvents: "none",
      opacity: "0.92",
      rotate: "1.5deg",
      filter: "drop-shadow(0 8px 16px rgb(15 23 42 / 0.25))",
    });
    ghost.setAttribute("aria-hidden", "true");
    this.board.append(ghost);
    this.ghost = ghost;
    this.slot.style.opacity = "0.4";
    this.board.style.scrollSnapType = "none";
    navigator.vibrate?.(8);
    this.follow();
  }

  private show() {
    if (!this.ghost) return;
    this.ghost.style.translate = `${this.x - this.fromX}px ${this.y - this.fromY}px`;
    const under = document.elementFromPoint(this.x, this.y);
    const over = under?.closest<HTMLElement>("[data-list]");
    const column = over && this.board.contains(over) ? over : this.columnAt(this.x);
    const card = this.what.type === "card" && column === over ? under?.closest<HTMLElement>(slots) : null;
    const listId = column?.dataset.list;
    this.target = listId ? { listId, cardId: card ? idOf(card) : undefined } : null;
    const own = (card ?? column) === this.slot;
    this.edge = card ? half(card, this.y) : column && this.what.type === "list" ? side(column, this.x) : null;
    const beside = card ?? (this.what.type === "list" ? (column ?? null) : lastCard(column));
    this.mark(own ? null : beside, this.edge ?? "bottom");
  }

  /** Below a short list is still that list. */
  private columnAt(x: number): HTMLElement | undefined {
    return [...this.board.querySelectorAll<HTMLElement>("[data-list]")].find((column) => {
      const { left, right } = column.getBoundingClientRect();
      return column !== this.ghost && x >= left && x < right;
    });
  }

  private mark(element: HTMLElement | null, edge: string | null) {
    if (this.marked !== element) this.marked?.removeAttribute("data-edge");
    this.marked = element;
    if (element && edge) element.setAttribute("data-edge", edge);
  }

  /** While the finger rests near an edge, what lies beyond comes in. */
  private follow() {
    const column = document.elementFromPoint(this.x, this.y)?.closest("[data-list]");
    const scroller = column && scrollerOf(column.querySelector("ul") ?? column);
    const { left, right } = this.board.getBoundingClientRect();
    this.board.scrollLeft += pull(this.x, Math.max(0, left), Math.min(innerWidth, right));
    if (scroller && this.what.type === "card") {
      const { top, bottom } = scroller.getBoundingClientRect();
      scroller.scrollTop += pull(this.y, top, bottom);
    }
    if (this.carried) this.show();
    this.frame = requestAnimationFrame(() => this.follow());
  }
}

const idOf = (slot: HTMLElement) => slot.dataset.card ?? slot.dataset.step;

function half(element: HTMLElement, y: number) {
  const { top, height } = element.getBoundingClientRect();
  return y < top + height / 2 ? "top" : "bottom";
}

function side(element: HTMLElement, x: number) {
  const { left, width } = element.getBoundingClientRect();
  return x < left + width / 2 ? "left" : "right";
}

/** The column itself, or what scrolls around a list that is shown in full. */
function scrollerOf(element: Element): Element | null {
  const scrolls =
    element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY);
  return scrolls || !element.parentElement ? element : scrollerOf(element.parentElement);
}

const lastCard = (column: HTMLElement | null | undefined) =>
  [...(column?.querySelectorAll<HTMLElement>(slots) ?? [])].at(-1) ?? null;

/** Pixels for this frame: the nearer the edge, the faster; negative towards the start. */
export function pull(at: number, start: number, end: number): number {
  if (at < start + shorePx) return -Math.min(10, (start + shorePx - at) / 4);
  if (at > end - shorePx) return Math.min(10, (at - end + shorePx) / 4);
  return 0;
}
