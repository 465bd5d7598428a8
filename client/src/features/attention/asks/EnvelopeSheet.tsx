import { Button, Checkbox, Group, Modal, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EnvelopeRequest, GlassPreview, PreviewedPerson } from "../../../kernel/api/types";
import { useMe, useRows } from "../../../kernel/replica";
import { dayIn } from "../../../kernel/text/dates";
import { useReturnFocus } from "../../../kernel/ui";
import type { Place } from "../../messages/place";
import { type Around, asked, audienceOf, type Role } from "./audience";
import classes from "./EnvelopeSheet.module.css";
import { GlassFields } from "./GlassFields";
import type { Marks } from "./marks";
import { Person } from "./Person";
import { addressing, byWhen, fewEnough, times, wishOf } from "./wish";

interface EnvelopeSheetProps {
  place: Pick<Place, "kind" | "id" | "spaceId">;
  marks: Marks;
  around: Around;
  envelope: EnvelopeRequest | undefined;
  preview: PreviewedPerson[];
  glass: GlassPreview | null;
  onChange: (envelope: EnvelopeRequest | undefined) => void;
  onClose: () => void;
}

const groups = {
  chat: ["space"],
  thread: ["space"],
  topic: ["space", "followers"],
  task: ["space", "assignees"],
} as const;
const roles: Role[] = ["answer", "act", "decide", "review", "know"];
const efforts = [5, 15, 30, 60, 120, 240];

/** Who needs to see it, what for and by when; below each what that means in their hours and in mine. */
export function EnvelopeSheet({
  place,
  marks,
  around,
  envelope: kept,
  preview,
  glass,
  onChange,
  onClose,
}: EnvelopeSheetProps) {
  const { t } = useTranslation("asks");
  const me = useMe();
  useReturnFocus();
  // What is typed stands there at once; the draft is kept a moment later.
  const [envelope, setEnvelope] = useState(kept);
  const change = (next: EnvelopeRequest | undefined) => {
    setEnvelope(next);
    onChange(next);
  };
  const people = (useRows((db) => db.people.bulkGet(around.memberIds), [around.memberIds.join()]) ?? []).flatMap(
    (one) => (one && !one.former && one.id !== me.id ? [one] : []),
  );
  const audience = audienceOf(marks, envelope, around, me.id);
  const asks = asked(audience).length;
  const when = byWhen(envelope);
  const can = useRows(async (db) => (await db.spaces.get(place.spaceId))?.can, [place.spaceId]) ?? [];
  const keys = can.includes("glass.break") ? [...times.keys, "breakGlass"] : times.keys;
  const address = (
    who: { personId: string } | { group: "space" | "followers" | "assignees" },
    role: Role | undefined,
  ) => change(addressing(envelope, who, role));
  const handed = (fromId: string, toId: string) => {
    const mentioned = marks.asks.includes(fromId) || marks.informs.includes(fromId);
    const given = addressing(envelope, { personId: toId }, audience.get(fromId));
    return addressing(given, { personId: fromId }, mentioned ? "know" : undefined);
  };
  const set = (more: EnvelopeRequest) => change(wishOf({ ...envelope, ...more }));
  const roleData = roles.map((value) => ({ value, label: t(`roles.${value}`) }));

  return (
    <Modal opened onClose={onClose} returnFocus={false} title={t("sheet.title")} size="lg">
      <Stack gap="md">
        <ul className={classes.people} aria-label={t("sheet.people")}>
          {groups[place.kind].map((group) => (
            <li key={group} className={classes.person}>
              <span className={classes.name}>{t(`groups.${group}`)}</span>
              <NativeSelect
                size="xs"
                aria-label={t("sheet.roleOf", { name: t(`groups.${group}`) })}
                data={[{ value: "", label: t("roles.none") }, ...roleData]}
                value={envelope?.addressees?.find((one) => one.group === group)?.role ?? ""}
                onChange={(event) => address({ group }, (event.currentTarget.value || undefined) as Role | undefined)}
              />
            </li>
          ))}
          {people.map((person) => (
            <Person
              key={person.id}
              person={person}
              role={audience.get(person.id)}
              preview={preview.find((one) => one.personId === person.id && one.role === audience.get(person.id))}
              choices={roleData}
              onRole={(role) => address({ personId: person.id }, role)}
              named={marks.asks.includes(person.id) || marks.informs.includes(person.id)}
              onExtend={() => set(times.longer(envelope))}
              onInstead={(personId) => change(handed(person.id, personId))}
            />
          ))}
        </ul>
        {asks > 0 && (
          <>
            <Group gap="sm" align="flex-end">
              <NativeSelect
                label={t("sheet.when")}
                data={keys.map((value) => ({ value, label: t(`when.${value}`) }))}
                value={when}
                onChange={(event) => set(times.wishes(event.currentTarget.value, dayIn(new Date(), me.person.zone)))}
              />
              {when === "byDate" && (
                <TextInput
                  type="date"
                  label={t("sheet.date")}
                  min={dayIn(new Date(), me.person.zone)}
                  value={envelope?.respondOn ?? ""}
                  onChange={(event) => event.currentTarget.value && set({ respondOn: event.currentTarget.value })}
                />
              )}
              <NativeSelect
                label={t("sheet.effort")}
                data={[
                  { value: "", label: t("sheet.noEffort") },
                  ...efforts.map((minutes) => ({
                    value: String(minutes),
                    label: t("sheet.minutes", { count: minutes }),
                  })),
                ]}
                value={envelope?.effort ? String(envelope.effort) : ""}
                onChange={(event) => set({ effort: Number(event.currentTarget.value) || undefined })}
              />
            </Group>
            {when === "breakGlass" && <GlassFields asks={asks} envelope={envelope} glass={glass} onChange={set} />}
            {when !== "breakGlass" && (
              <Checkbox
                label={t("sheet.oneOf")}
                checked={envelope?.oneOf ?? false}
                onChange={(event) => set({ oneOf: event.currentTarget.checked || undefined })}
              />
            )}
            {!fewEnough(asks, envelope) && (
              <TextInput
                required
                label={t("sheet.reason", { count: asks })}
                value={envelope?.reason ?? ""}
                onChange={(event) => set({ reason: event.currentTarget.value })}
              />
            )}
            <TextInput
              label={t("sheet.ifSilent")}
              placeholder={t("sheet.ifSilentExample")}
              value={envelope?.ifSilent ?? ""}
              onChange={(event) => set({ ifSilent: event.currentTarget.value || undefined })}
            />
          </>
        )}
        <Group justify="space-between">
          <Button variant="subtle" color="gray" disabled={!envelope} onClick={() => change(undefined)}>
            {t("sheet.clear")}
          </Button>
          <Button onClick={onClose}>{t("sheet.ready")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
