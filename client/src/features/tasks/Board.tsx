import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe, useReplica, useSubmit } from "../../kernel/replica";
import { Empty } from "../../kernel/ui";
import classes from "./Board.module.css";
import { BoardProvider, type Opening } from "./board/boardContext";
import { Column } from "./board/Column";
import { FilterBar } from "./board/FilterBar";
import { isFiltered, noFilter } from "./board/filter";
import { refocus, useKeptFocus } from "./board/focus";
import type { Adding } from "./board/QuickAdd";
import { useBoard } from "./board/useBoard";
import { useBoardAddress, useWantedNew } from "./board/useBoardAddress";
import { useBoardKeys } from "./board/useBoardKeys";
import { useDrops } from "./board/useDrops";
import { useHands } from "./board/useHands";
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
  const { search, chosenId, onSearch, onOpen } = useBoardAddress();

  const area = useRef<HTMLDivElement>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const [said, announce] = useState("");
  const [opened, setOpened] = useState<Opened | null>(null);
  const [renamingId, setRenamingId] = useState<string | null>(null);
  const [adding, setAdding] = useState<{ listId: string; at: Adding } | null>(null);

  const keepFocus = useKeptFocus(area);
  const board = useBoard(spaceId);
  const space = board?.space;
  const known = useKnownPeople();
  const { columns, move } = useMoves(board, announce);
  const shown = useShown(columns, useDeferredValue(search), zone);

  const rights = useMemo(() => taskRights(space, [], me.id), [space, me.id]);
  const mayShapeLists = space?.can.includes("list.manage") ?? false;

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

  useWantedNew(board !== undefined && rights.create, handleNew);

  const hands = useHands(board, {
    known,
    rights,
    onOpen,
    onRename: handleRename,
    onMenu: handleMenu,
  });

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
          onSearch={onSearch}
          onNew={rights.create && board.lists.length > 0 ? () => handleNew() : undefined}
        />
        {none && (
          <p className={classes.none}>
            {t("noMatch")}{" "}
            <button type="button" className={classes.link} onClick={() => onSearch(noFilter)}>
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
              chosenId={chosenId}
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
            onOpen={() => onOpen(opened.cardId)}
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
