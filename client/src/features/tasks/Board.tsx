import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe, useReplica, useSubmit } from "../../kernel/replica";
import { Empty } from "../../kernel/ui";
import classes from "./Board.module.css";
import { type BoardHands, BoardProvider, type Opening } from "./board/boardContext";
import { Column } from "./board/Column";
import { idsIn } from "./board/cards";
import { FilterBar } from "./board/FilterBar";
import { type BoardSearch, filterOf, isFiltered, noFilter } from "./board/filter";
import { useKeptFocus } from "./board/focus";
import type { Adding } from "./board/QuickAdd";
import { useBoard } from "./board/useBoard";
import { useBoardKeys } from "./board/useBoardKeys";
import { useDrops } from "./board/useDrops";
import { useMoves } from "./board/useMoves";
import { useShown } from "./board/useShown";
import { useTouchDrag } from "./board/useTouchDrag";
import { changeTask } from "./changeTask";
import { AddList } from "./lists/AddList";
import { changeList } from "./lists/changeList";
import { keyAt } from "./order";
import { taskRights } from "./taskRights";
import { useKnownPeople } from "./useKnownPeople";
import { useTaskActs } from "./useTaskActs";

const TaskMenus = lazy(() => import("./board/TaskMenus").then((file) => ({ default: file.TaskMenus })));

interface Opened {
  opening: Opening;
  cardId: string;
  at: DOMRect;
}

/** A space's lists and tasks. */
export function Board({ spaceId }: { spaceId: string }) {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const { zone } = me.person;
  const db = useReplica();
  const submit = useSubmit();
  const acts = useTaskActs();
  const navigate = useNavigate();
  const address = useSearch({ strict: false }) as Record<string, unknown>;
  const search = useMemo(() => filterOf(address), [address]);

  const area = useRef<HTMLDivElement>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const [said, announce] = useState("");
  const [opened, setOpened] = useState<Opened | null>(null);
  const [renamingId, setRenamingId] = useState<string | null>(null);
  const [adding, setAdding] = useState<{ listId: string; at: Adding } | null>(null);

  const keepFocus = useKeptFocus(area);
  const board = useBoard(spaceId);
  const { space, labels } = board ?? {};
  const known = useKnownPeople();
  const { columns, move } = useMoves(board, announce);
  const shown = useShown(columns, useDeferredValue(search), zone);

  const rights = useMemo(() => taskRights(space, [], me.id), [space, me.id]);
  const mayShapeLists = space?.can.includes("list.manage") ?? false;

  const handleSearch = useCallback(
    (next: Partial<BoardSearch>, how?: "replace") =>
      void navigate({ to: ".", search: (old: object) => ({ ...old, ...next }), replace: how === "replace" }),
    [navigate],
  );
  const handleOpen = useCallback(
    (task: string) => void navigate({ to: ".", search: (old: object) => ({ ...old, task, thread: undefined }) }),
    [navigate],
  );
  const handleMenu = useCallback(
    (opening: Opening, cardId: string, at: DOMRect) => setOpened({ opening, cardId, at }),
    [],
  );
  const handleRename = useCallback(
    async (cardId: string, title: string | null) => {
      setRenamingId(null);
      const task = await db.tasks.get(cardId);
      if (task && title?.trim() && title.trim() !== task.title) await submit(changeTask(task, { title: title.trim() }));
      refocus(area.current, cardId);
    },
    [db, submit],
  );
  const handleAdding = useCallback(
    (listId: string, at: Adding | null) =>
      setAdding((old) => (at ? { listId, at } : old?.listId === listId ? null : old)),
    [],
  );
  const withTask = (act: typeof acts.archive) => async (cardId: string) => {
    const task = await db.tasks.get(cardId);
    if (task) await act(task);
  };
  const handleList = (listId: string, index: number) => {
    const lists = board?.lists.filter((list) => list.id !== listId) ?? [];
    const list = board?.lists.find((one) => one.id === listId);
    if (list) void submit(changeList(list, { orderKey: keyAt(lists, index) }));
  };
  const handleNew = (listId = board?.lists[0]?.id) => {
    if (rights.create && listId) setAdding({ listId, at: "bottom" });
  };

  const wantsNew = address.new === "task" && board !== undefined && rights.create;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address asks once, and then no longer
  useEffect(() => {
    if (!wantsNew) return;
    handleNew();
    void navigate({ to: ".", search: (old: object) => ({ ...old, new: undefined }), replace: true });
  }, [wantsNew]);

  // Not `board` itself: its cards change with every move, and each card reads this.
  const hands = useMemo(
    (): BoardHands | null =>
      space && labels && known
        ? {
            space,
            labels,
            known,
            zone,
            mayMove: (card) => taskRights(space, idsIn(card.assignees), me.id).move,
            mayWrite: rights.edit,
            mayCreate: rights.create,
            mayShapeLists,
            onOpen: handleOpen,
            onRename: handleRename,
            onMenu: handleMenu,
          }
        : null,
    [space, labels, known, zone, me.id, rights, mayShapeLists, handleOpen, handleRename, handleMenu],
  );

  useDrops(
    area,
    { lists: board?.lists ?? [], columns: shown, onCard: (...to) => void move(...to), onList: handleList },
    board !== undefined,
  );
  useTouchDrag(
    area,
    {
      lists: board?.lists ?? [],
      columns: shown,
      onCard: (...to) => void move(...to),
      onList: handleList,
      mayMove: (card) => hands?.mayMove(card) ?? false,
      mayShapeLists,
      onMenu: (cardId, at) => handleMenu("menu", cardId, at),
    },
    board !== undefined,
  );
  useBoardKeys({
    board: area,
    lists: board?.lists ?? [],
    columns: shown,
    onMove: (cardId, listId, index) => {
      const card = board?.cards.find((one) => one.id === cardId);
      if (card && hands?.mayMove(card)) void move(cardId, listId, index);
    },
    onNew: handleNew,
    onFilter: () => filterField.current?.select(),
    onRename: (cardId) => rights.edit && setRenamingId(cardId),
    onMenu: (opening, cardId, at) => {
      const allowed = opening === "menu" || opening === "move" || rights.edit;
      if (allowed) handleMenu(opening, cardId, at);
    },
    onArchive: (cardId) => rights.edit && void withTask(acts.archive)(cardId),
    onDelete: (cardId) => rights.remove && void withTask(acts.remove)(cardId),
  });

  if (!board || !hands) return null;
  const filtered = isFiltered(search);
  const none = filtered && [...shown.values()].every((cards) => cards.length === 0);

  return (
    <BoardProvider value={hands}>
      <div className={classes.page}>
        <FilterBar
          spaceId={spaceId}
          ref={filterField}
          search={search}
          labels={board.labels}
          people={board.people}
          onSearch={handleSearch}
          onNew={rights.create && board.lists.length > 0 ? () => handleNew() : undefined}
        />
        {none && (
          <p className={classes.none}>
            {t("noMatch")}{" "}
            <button type="button" className={classes.link} onClick={() => handleSearch(noFilter)}>
              {t("filter.clear")}
            </button>
          </p>
        )}
        {board.lists.length === 0 && <Empty>{t("list.none")}</Empty>}
        {board.lists.length > 0 && board.cards.length === 0 && (
          <p className={classes.none}>{t(rights.create ? "noTasks" : "noTasksYet")}</p>
        )}
        <div ref={area} className={classes.board} data-board>
          {board.lists.map((list) => (
            <Column
              key={list.id}
              list={list}
              cards={shown.get(list.id) ?? []}
              total={columns.get(list.id)?.length ?? 0}
              chosenId={typeof address.task === "string" ? address.task : undefined}
              renamingId={renamingId}
              adding={adding?.listId === list.id ? adding.at : null}
              onAdding={handleAdding}
            />
          ))}
          {mayShapeLists && <AddList spaceId={spaceId} lists={board.lists} />}
        </div>
        <div role="status" className={classes.said}>
          {said}
        </div>
      </div>
      {opened && (
        <Suspense>
          <TaskMenus
            key={`${opened.cardId}:${opened.opening}`}
            taskId={opened.cardId}
            opening={opened.opening}
            at={opened.at}
            onTurn={(opening) => setOpened({ ...opened, opening })}
            onOpen={() => handleOpen(opened.cardId)}
            onRename={() => setRenamingId(opened.cardId)}
            onClose={() => {
              setOpened((now) => (now?.opening === opened.opening ? null : now));
              refocus(area.current, opened.cardId, keepFocus);
            }}
          />
        </Suspense>
      )}
    </BoardProvider>
  );
}

/** After a menu or a rename the hand is back on the card, wherever that stands by then. */
function refocus(area: HTMLElement | null, cardId: string, orElse?: () => void) {
  requestAnimationFrame(() => {
    const free =
      document.activeElement === document.body || document.activeElement?.closest("[data-card], [role=menu]");
    if (free) area?.querySelector<HTMLElement>(`[data-card="${cardId}"] a`)?.focus();
    orElse?.();
  });
}
