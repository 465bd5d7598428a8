import { Button, Group } from "@mantine/core";
import {
  IconArrowForwardUp,
  IconCheck,
  IconClock,
  IconHandGrab,
  IconHelp,
  IconMinus,
  IconX,
} from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AskResponse, AskState } from "../../../kernel/api/types";
import { type MessageRow, type PersonRow, useMe, useSubmit } from "../../../kernel/replica";
import { exactTime } from "../../../kernel/text/dates";
import type { Acted } from "../inbox/Acting";
import { useItemActs } from "../inbox/useItemActs";
import classes from "./Asks.module.css";
import { heldBelow } from "./held";
import { useAskWords } from "./useAskWords";
import { withdrawAsk } from "./withdrawAsk";

const Acting = lazy(() => import("../inbox/Acting").then((file) => ({ default: file.Acting })));

const marks: Record<AskState, typeof IconCheck> = {
  open: IconHelp,
  taken: IconHandGrab,
  answered: IconCheck,
  delegated: IconArrowForwardUp,
  declined: IconX,
  superseded: IconMinus,
  withdrawn: IconMinus,
  lapsed: IconClock,
};

interface AsksProps {
  message: MessageRow;
  asks: AskResponse[];
  people: ReadonlyMap<string, PersonRow>;
}

/** What a message asks of whom and what became of it, in words; what is mine I act on right here. */
export function Asks({ message, asks, people }: AsksProps) {
  const { t } = useTranslation("asks");
  return (
    <ul className={classes.asks} aria-label={t("label")}>
      {asks.map((ask) => (
        <Ask key={ask.id} message={message} ask={ask} name={people.get(ask.personId)?.name ?? t("somebody")} />
      ))}
    </ul>
  );
}

function Ask({ message, ask, name }: { message: MessageRow; ask: AskResponse; name: string }) {
  const { t } = useTranslation("asks");
  const { t: ofInbox } = useTranslation("inbox");
  const me = useMe();
  const words = useAskWords(ask.delegatedToId);
  const submit = useSubmit();
  const acts = useItemActs();
  const [sure, setSure] = useState(false);
  const [acting, setActing] = useState<{ acted: Acted; at: DOMRect }>();
  const mine = ask.personId === me.id;
  const open = ask.state === "open" || ask.state === "taken";
  const Mark = marks[ask.state];
  const held = heldBelow(message, ask);
  const { asks, state } = words(ask, mine ? t("you") : name);
  const handle = (acted: Acted) => (event: React.MouseEvent) =>
    setActing({ acted, at: event.currentTarget.getBoundingClientRect() });
  const close = () => setActing(undefined);
  return (
    <li className={classes.ask} data-open={open || undefined} data-mine={(mine && open) || undefined}>
      <Mark size={16} stroke={1.8} aria-hidden className={classes.mark} />
      <span className={classes.words} title={ask.respondBy ? exactTime(ask.respondBy, me.person.zone) : undefined}>
        {asks}
        {ask.state !== "open" && <span className={classes.state}>{state}</span>}
      </span>
      {mine && open && (
        <Group gap={4} wrap="nowrap" className={classes.acts}>
          <Button size="compact-xs" variant="default" onClick={() => void acts.answer(held)}>
            {ofInbox(`did.${ask.role}`)}
          </Button>
          {ask.state === "open" && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={handle("take")}>
              {ofInbox("take")}
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" color="gray" onClick={handle("more")}>
            {ofInbox("more")}
          </Button>
        </Group>
      )}
      {!mine && open && message.authorId === me.id && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          // They may have begun with it: it cannot be undone, and so is asked first.
          onClick={() => (sure ? void submit(withdrawAsk(message, ask)) : setSure(true))}
          onBlur={() => setSure(false)}
        >
          {t(sure ? "withdrawSure" : "withdraw", { name })}
        </Button>
      )}
      {acting && (
        <Suspense>
          <Acting
            {...acting}
            held={held}
            acts={acts}
            onTurn={(acted) => setActing({ ...acting, acted })}
            onClose={close}
            onGone={() => {}}
          />
        </Suspense>
      )}
    </li>
  );
}
