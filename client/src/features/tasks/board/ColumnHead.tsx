import { IconCircleCheck, IconDots, IconPlus } from "@tabler/icons-react";
import { lazy, type MouseEvent, type Ref, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../../kernel/api/lengths";
import { type ListRow, useSubmit } from "../../../kernel/replica";
import { PendingMark } from "../../../kernel/ui";
import { changeList } from "../lists/changeList";
import { useHands } from "./boardContext";
import classes from "./ColumnHead.module.css";

const ListMenu = lazy(() => import("../lists/ListMenu").then((file) => ({ default: file.ListMenu })));

export interface ColumnHeadProps {
  ref: Ref<HTMLDivElement>;
  list: ListRow;
  shown: number;
  total: number;
  onAdd: () => void;
}

/** Name, count against the limit, and what can be done with the list. */
export function ColumnHead({ ref, list, shown, total, onAdd }: ColumnHeadProps) {
  const { t } = useTranslation("tasks");
  const { mayCreate, mayShapeLists } = useHands();
  const submit = useSubmit();
  const [renaming, setRenaming] = useState(false);
  const [menuAt, setMenuAt] = useState<DOMRect | null>(null);

  const handleRenamed = (name: string | null) => {
    setRenaming(false);
    if (name?.trim() && name.trim() !== list.name) void submit(changeList(list, { name: name.trim() }));
  };

  return (
    <div ref={ref} className={classes.head} data-movable={(mayShapeLists && !renaming) || undefined}>
      {list.colour && <span className={classes.dot} data-hue={list.colour} />}
      {renaming ? (
        <ListName name={list.name} onDone={handleRenamed} />
      ) : (
        <h2
          className={classes.name}
          title={list.name}
          onDoubleClick={mayShapeLists ? () => setRenaming(true) : undefined}
        >
          {list.name}
        </h2>
      )}
      {list.done && (
        <IconCircleCheck className={classes.done} size={16} stroke={1.8} role="img" aria-label={t("list.doneMark")} />
      )}
      <Count shown={shown} total={total} limit={list.wipLimit} />
      <PendingMark table="lists" row={list} />
      <span className={classes.tools}>
        {mayCreate && (
          <button
            type="button"
            className={classes.tool}
            aria-label={t("addOnTop", { name: list.name })}
            onClick={onAdd}
          >
            <IconPlus size={18} stroke={1.6} aria-hidden />
          </button>
        )}
        {mayShapeLists && (
          <button
            type="button"
            className={classes.tool}
            aria-haspopup="dialog"
            aria-expanded={menuAt !== null}
            aria-label={t("list.menu", { name: list.name })}
            onClick={(event: MouseEvent<HTMLElement>) => setMenuAt(event.currentTarget.getBoundingClientRect())}
          >
            <IconDots size={18} stroke={1.6} aria-hidden />
          </button>
        )}
        {menuAt && (
          <Suspense>
            <ListMenu list={list} at={menuAt} onRename={() => setRenaming(true)} onClose={() => setMenuAt(null)} />
          </Suspense>
        )}
      </span>
    </div>
  );
}

function Count({ shown, total, limit }: { shown: number; total: number; limit: number | null }) {
  const { t } = useTranslation("tasks");
  const over = limit !== null && total > limit;
  const words =
    limit === null
      ? t("list.count", { count: total })
      : t(over ? "list.overLimit" : "list.ofLimit", { count: total, limit });
  return (
    <span className={classes.count} data-over={over || undefined} title={words}>
      <span aria-hidden>
        {shown < total ? t("list.someOf", { shown, total }) : limit === null ? total : `${total} / ${limit}`}
      </span>
      <span className={classes.spoken}>{words}</span>
    </span>
  );
}

function ListName({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const { t } = useTranslation("tasks");
  const handleKey = (event: React.KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.key === "Enter") onDone(event.currentTarget.value);
    if (event.key === "Escape") onDone(null);
  };
  return (
    <input
      ref={(field) => field?.select()}
      className={classes.rename}
      aria-label={t("list.name")}
      defaultValue={name}
      maxLength={longest.listName}
      onKeyDown={handleKey}
      onBlur={(event) => onDone(event.currentTarget.value)}
    />
  );
}
