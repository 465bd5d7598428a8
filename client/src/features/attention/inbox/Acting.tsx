import { Button, Group, Menu, TextInput } from "@mantine/core";
import { IconArrowForwardUp, IconBellMinus, IconBellOff, IconClock, IconHandGrab, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../../kernel/api/lengths";
import { useMe, useRows } from "../../../kernel/replica";
import { dayAndTime } from "../../../kernel/text/dates";
import { Face, useReturnFocus } from "../../../kernel/ui";
import { ChoiceList } from "../../../kernel/ui/ChoiceList";
import { PickPopover, Place } from "../../../kernel/ui/PickPopover";
import type { Held } from "../asks/held";
import classes from "./Acting.module.css";
import { endsOfWork, startsOfWork } from "./moments";
import type { ItemActs } from "./useItemActs";

export type Acted = "take" | "delegate" | "snooze" | "decline" | "more";

export interface ActingProps {
  held: Held;
  acted: Acted;
  at: DOMRect;
  acts: ItemActs;
  onTurn: (acted: Acted) => void;
  onClose: () => void;
  /** It is done, or out of sight, once that is kept. */
  onGone: (done: Promise<void>) => void;
  /** In the inbox alone. */
  onLess?: () => void;
  onUnfollow?: () => void;
}

/** What an act still wants to know: until when, to whom, why. Opens where the hand is. */
export function Acting({ acted, ...props }: ActingProps) {
  const { t } = useTranslation("inbox");
  const { at, onClose } = props;
  useReturnFocus();
  if (acted === "take" || acted === "snooze") return <When {...props} acted={acted} />;
  if (acted === "more") return <More {...props} />;
  return (
    <PickPopover opened target={at} label={t(acted)} onClose={onClose}>
      {acted === "delegate" ? <Delegate {...props} /> : <Decline {...props} />}
    </PickPopover>
  );
}

type PartProps = Omit<ActingProps, "acted">;

function MenuAt({
  at,
  label,
  onClose,
  children,
}: Pick<PartProps, "at" | "onClose"> & { label: string; children: React.ReactNode }) {
  return (
    <Menu
      opened
      onChange={(open) => !open && onClose()}
      position="bottom-end"
      width={260}
      returnFocus
      shadow="md"
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Place at={at} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>{children}</Menu.Dropdown>
    </Menu>
  );
}

function When({ held, acted, at, acts, onClose, onGone }: PartProps & { acted: "take" | "snooze" }) {
  const { t } = useTranslation("inbox");
  const { hours, zone } = useMe().person;
  const asked = held.ask?.respondBy;
  const moments = (acted === "take" ? endsOfWork : startsOfWork)(hours, zone);
  const handle = (moment: string | null) => {
    onClose();
    if (acted === "take") void acts.take(held, moment);
    else if (moment) onGone(acts.snooze(held, moment, dayAndTime(moment, zone)));
  };
  return (
    <MenuAt at={at} label={t(acted)} onClose={onClose}>
      <Menu.Label>{t(acted === "take" ? "takeBy" : "snoozeUntil")}</Menu.Label>
      {acted === "take" && asked && asked > new Date().toISOString() && (
        <Line label={t("moment.asked")} time={dayAndTime(asked, zone)} onPick={() => handle(asked)} />
      )}
      {moments.map(({ key, at: moment }) => (
        <Line key={key} label={t(`moment.${key}`)} time={dayAndTime(moment, zone)} onPick={() => handle(moment)} />
      ))}
      {acted === "take" && <Line label={t("moment.open")} onPick={() => handle(null)} />}
    </MenuAt>
  );
}

const Line = ({ label, time, onPick }: { label: string; time?: string; onPick: () => void }) => (
  <Menu.Item rightSection={time && <span className={classes.time}>{time}</span>} onClick={onPick}>
    {label}
  </Menu.Item>
);

function More({ held, at, acts, onTurn, onClose, onLess, onUnfollow }: PartProps) {
  const { t } = useTranslation("inbox");
  const icon = { size: 18, stroke: 1.6, "aria-hidden": true } as const;
  const why = held.item?.why.kind;
  return (
    <MenuAt at={at} label={t("more")} onClose={onClose}>
      {held.ask && (
        <>
          <Menu.Item
            closeMenuOnClick={false}
            leftSection={<IconHandGrab {...icon} />}
            rightSection={<Key>T</Key>}
            onClick={() => onTurn("take")}
          >
            {t("take")}
          </Menu.Item>
          {held.ask.state === "taken" && (
            <Menu.Item leftSection={<IconHandGrab {...icon} />} onClick={() => void acts.giveBack(held)}>
              {t("giveBack")}
            </Menu.Item>
          )}
          <Menu.Item
            closeMenuOnClick={false}
            leftSection={<IconArrowForwardUp {...icon} />}
            rightSection={<Key>D</Key>}
            onClick={() => onTurn("delegate")}
          >
            {t("delegate")}
          </Menu.Item>
          <Menu.Item
            closeMenuOnClick={false}
            leftSection={<IconX {...icon} />}
            rightSection={<Key>X</Key>}
            onClick={() => onTurn("decline")}
          >
            {t("decline")}
          </Menu.Item>
        </>
      )}
      {held.item && (
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<IconClock {...icon} />}
          rightSection={<Key>S</Key>}
          onClick={() => onTurn("snooze")}
        >
          {t("snooze")}
        </Menu.Item>
      )}
      {onLess && !held.ask && (
        <Menu.Item leftSection={<IconBellMinus {...icon} />} rightSection={<Key>L</Key>} onClick={onLess}>
          {t("less")}
        </Menu.Item>
      )}
      {onUnfollow && (why === "follows" || why === "watches" || why === "hears") && (
        <Menu.Item leftSection={<IconBellOff {...icon} />} rightSection={<Key>U</Key>} onClick={onUnfollow}>
          {t(`unfollow.${why}`)}
        </Menu.Item>
      )}
    </MenuAt>
  );
}

const Key = ({ children }: { children: string }) => <kbd className={classes.key}>{children}</kbd>;

/** Whoever sees the post, but not who asks; with a word for them, if I like. */
function Delegate({ held, acts, onClose, onGone }: PartProps) {
  const { t } = useTranslation("inbox");
  const [note, setNote] = useState("");
  const me = useMe();
  const people =
    useRows(
      async (db) =>
        (await db.people.bulkGet((await db.spaces.get(held.spaceId))?.memberIds ?? [])).flatMap((one) => one ?? []),
      [held.spaceId],
    ) ?? [];
  const others = people.filter(({ id, former }) => !former && id !== me.id && id !== held.item?.senderId);
  const handlePick = (id: string) => {
    const name = people.find((one) => one.id === id)?.name ?? "";
    onClose();
    onGone(acts.delegate(held, id, name, note.trim()));
  };
  return (
    <>
      <ChoiceList
        label={t("delegateTo")}
        whenNone={t("nobodyElse")}
        choices={others.map((person) => ({
          id: person.id,
          label: person.name,
          hint: person.roleText,
          mark: <Face person={person} size={22} decorative />,
        }))}
        chosen={[]}
        onToggle={handlePick}
      />
      <TextInput
        className={classes.note}
        label={t("delegateNote")}
        placeholder={t("delegateExample")}
        maxLength={longest.askReason}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </>
  );
}

function Decline({ held, acts, onClose, onGone }: PartProps) {
  const { t } = useTranslation("inbox");
  const [reason, setReason] = useState("");
  const decline = (why: string) => {
    onClose();
    onGone(acts.decline(held, why));
  };
  const handleSubmit = (event: React.FormEvent) => {
    event.preventDefault();
    decline(reason.trim());
  };
  return (
    <form onSubmit={handleSubmit} className={classes.decline}>
      <TextInput
        data-autofocus
        label={t("declineReason")}
        placeholder={t("declineExample")}
        maxLength={longest.askReason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="space-between" gap="xs">
        <Button variant="default" size="compact-md" onClick={() => decline(t("notMine"))}>
          {t("notMine")}
        </Button>
        <Button type="submit" size="compact-md">
          {t("decline")}
        </Button>
      </Group>
    </form>
  );
}
