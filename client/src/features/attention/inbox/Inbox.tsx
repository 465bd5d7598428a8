import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconInbox } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { InboxRow } from "../../../kernel/replica";
import { useMe } from "../../../kernel/replica";
import { dayAndTime } from "../../../kernel/text/dates";
import { Empty, useTitle } from "../../../kernel/ui";
import { callToWrite } from "../../messages/callToWrite";
import { heldOf } from "../asks/held";
import { ClosingLine } from "../ledger/ClosingLine";
import { type Acted, Acting } from "./Acting";
import { BrokenGlass } from "./BrokenGlass";
import { BundleRow } from "./BundleRow";
import classes from "./Inbox.module.css";
import { InboxTabs } from "./InboxTabs";
import { placeOfItem } from "./placeOfItem";
import { QuietLine } from "./QuietLine";
import { type Doing, Row } from "./Row";
import { Snoozed } from "./Snoozed";
import { useChosen } from "./useChosen";
import { type Bundle, useInbox } from "./useInbox";
import { focusNext, type ItemKey, useInboxKeys } from "./useInboxKeys";
import { useItemActs } from "./useItemActs";
import { useNames } from "./useNames";

const Preview = lazy(() => import("./Preview").then((file) => ({ default: file.Preview })));

const pageSize = 50;

type Asked = Doing | "decline" | "answer" | "unfollow" | "less";

const byKey: Record<ItemKey, Asked> = {
  e: "done",
  t: "take",
  d: "delegate",
  s: "snooze",
  x: "decline",
  a: "answer",
  u: "unfollow",
  l: "less",
};

/** What waits for me, by what is left of its time, and what I am to know. Nothing in it moves while I am off. */
export function Inbox() {
  const { t } = useTranslation("inbox");
  const inbox = useInbox();
  const acts = useItemActs();
  const navigate = useNavigate();
  const page = useRef<HTMLDivElement>(null);
  const [acting, setActing] = useState<{ row: InboxRow; acted: Acted; at: DOMRect }>();
  const [shown, setShown] = useState({ asks: pageSize, know: pageSize });
  const { asks, know, snoozed, sealed } = inbox;
  const names = useNames([...asks, ...know.flatMap((one) => one.rows), ...snoozed]);
  useTitle(t("title"));
  const wide = useMediaQuery("(min-width: 1200px)", false, { getInitialValueInEffect: false });
  const { task } = useSearch({ strict: false }) as { task?: string };
  const chosen = useChosen(page);
  const told = know.map((bundle) => ({ key: bundle.key, row: bundle.rows[0] }));
  const all = [...asks, ...know.flatMap((one) => one.rows)];
  const beside =
    wide && !task
      ? (all.find((row) => row.id === chosen) ?? told.find((one) => one.key === chosen)?.row ?? all[0])
      : undefined;

  // It leaves the screen once it is kept on the device, and not before: what looks done must be.
  const gone = async (key: string, rows: InboxRow[], done: Promise<void>) => {
    focusNext(page.current, key);
    await done;
    inbox.onActed(rows.map((row) => row.id));
  };
  const less = (key: string, rows: InboxRow[]) => {
    const [first] = rows;
    if (first) void gone(key, rows, acts.less(rows.map(heldOf), names.heard(first)));
  };
  const handleDo = (doing: Asked, row: InboxRow, at: DOMRect) => {
    const held = heldOf(row);
    if (doing === "done") {
      void gone(row.id, [row], held.ask ? acts.answer(held) : acts.letGo(held));
    } else if (doing === "answer") {
      const { kind, id } = row.post.place;
      callToWrite({ kind, id, spaceId: row.postSpaceId });
      void navigate(placeOfItem(row) as never);
    } else if (doing === "unfollow") {
      void acts.unfollow(held, names.space(row.postSpaceId));
    } else if (doing === "less") {
      if (held.ask) acts.explainAsks();
      else less(row.id, [row]);
    } else if (held.ask || doing === "snooze" || doing === "more") {
      setActing({ row, acted: doing, at });
    }
  };
  const letGoBundle = ({ key, rows }: Bundle) => void gone(key, rows, acts.letGoAll(rows.map(heldOf)));
  useInboxKeys(page, (key, id, at) => {
    const row = [...asks, ...know.flatMap((one) => one.rows)].find((one) => one.id === id);
    const bundle = know.find((one) => one.key === id);
    if (row) handleDo(byKey[key], row, at);
    else if (bundle && key === "e") letGoBundle(bundle);
    else if (bundle && key === "l") less(bundle.key, bundle.rows);
  });

  if (!inbox.ready) return null;
  const more = (part: "asks" | "know", total: number, read: (() => void) | undefined) =>
    (total > shown[part] || read) && (
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={classes.more}
        onClick={() => {
          setShown((old) => ({ ...old, [part]: old[part] + pageSize }));
          if (total <= shown[part] + pageSize) read?.();
        }}
      >
        {t("showMore")}
      </Button>
    );
  return (
    <div ref={page} className={classes.page} tabIndex={-1} data-previews={beside !== undefined || undefined}>
      <div className={classes.list}>
        <InboxTabs />
        {sealed && <Sealed {...sealed} onOpen={inbox.onUnseal} />}
        {inbox.unsealed && <p className={classes.seal}>{t("sealed.open")}</p>}
        {asks.length + know.length === 0 && !sealed && (
          <Empty icon={<IconInbox size={32} stroke={1.4} aria-hidden />}>{t("nothing")}</Empty>
        )}
        <BrokenGlass rows={asks} names={names} />
        {asks.length > 0 && (
          <section aria-label={t("waiting")}>
            <h2 className={classes.name}>
              {t("waiting")} <span className={classes.count}>{asks.length}</span>
            </h2>
            <ul className={classes.rows}>
              {asks.slice(0, shown.asks).map((row) => (
                <Row key={row.id} row={row} names={names} chosen={row.id === beside?.id} onDo={handleDo} />
              ))}
            </ul>
            {more("asks", asks.length, inbox.moreAsks)}
          </section>
        )}
        {know.length > 0 && (
          <section aria-label={t("toKnow")}>
            <h2 className={classes.name}>{t("toKnow")}</h2>
            <ul className={classes.rows}>
              {know.slice(0, shown.know).map((bundle) => (
                <BundleRow key={bundle.key} bundle={bundle} names={names} onDo={handleDo} onLetGo={letGoBundle} />
              ))}
            </ul>
            {more("know", know.length, inbox.moreKnow)}
          </section>
        )}
        <Snoozed rows={snoozed} names={names} onWake={(row) => acts.wake(heldOf(row))} />
        <ClosingLine />
        <QuietLine />
      </div>
      {beside && (
        <Suspense>
          <Preview row={beside} names={names} />
        </Suspense>
      )}
      {acting && (
        <Acting
          {...acting}
          held={heldOf(acting.row)}
          acts={acts}
          onTurn={(acted) => setActing({ ...acting, acted })}
          onClose={() => setActing(undefined)}
          onGone={(done) => void gone(acting.row.id, [acting.row], done)}
          onLess={() => less(acting.row.id, [acting.row])}
          onUnfollow={() => void acts.unfollow(heldOf(acting.row), names.space(acting.row.postSpaceId))}
        />
      )}
    </div>
  );
}

/** What is on its way stays closed while I am off, unless I open it: nobody else learns of that. */
function Sealed({ count, until, onOpen }: { count: number; until: string | null; onOpen: () => void }) {
  const { t } = useTranslation("inbox");
  const { zone } = useMe().person;
  return (
    <div className={classes.seal}>
      <p>
        {until ? t("sealed.until", { count, when: dayAndTime(until, zone) }) : t("sealed.some", { count })}{" "}
        <span className={classes.quiet}>{t("sealed.why")}</span>
      </p>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onOpen}>
        {t("sealed.anyway")}
      </Button>
    </div>
  );
}
