import { useTranslation } from "react-i18next";
import type { CalendarEntryResponse } from "../../../kernel/api/types";
import { newId, useMe } from "../../../kernel/replica";
import { dayIn } from "../../../kernel/text/dates";
import { useMinute } from "../../../kernel/text/useMinute";
import { offerUndo, tell } from "../../../kernel/ui";
import { requestOf } from "../calendar/entries";
import { useCalendar } from "../calendar/useCalendar";
import { endedAt, focusFrom, overAt, type Running, runningAt, zoneOn } from "./focus";

/** My focus as it is now, and the line of the last one; the same on every device. */
export function useFocus() {
  const { t } = useTranslation("focus");
  const { person } = useMe();
  // So that it ends on the screen when it ends.
  useMinute();
  const now = new Date();
  const { calendar, write, remove } = useCalendar(Number(dayIn(now, person.zone).slice(0, 4)));
  const entries = calendar?.entries ?? [];
  const zone = zoneOn(dayIn(now, person.zone), person.zone, entries);
  const running = runningAt(now, entries, zone);

  const rewrite = (entry: CalendarEntryResponse, said: Parameters<typeof write>[1]) =>
    write(entry.id, said).catch(() => tell(t("failed")));
  return {
    zone,
    running,
    over: running ? undefined : overAt(now, entries, zone),
    /** From this minute on; of a block that runs already, its line. */
    begin: (until: Date, resume: string) => {
      const one = running && !running.entry.week ? running.entry : undefined;
      return one
        ? write(one.id, { ...requestOf(one), resume: resume.trim() || null })
        : write(newId(), focusFrom(new Date(), until, resume, zone));
    },
    end: async ({ entry }: Running) => {
      const said = endedAt(new Date(), entry, zone);
      if (!said) return remove(entry);
      await rewrite(entry, said);
      offerUndo(t("ended"), () => void rewrite(entry, requestOf(entry)));
    },
    dismiss: async (entry: CalendarEntryResponse) => {
      await rewrite(entry, { ...requestOf(entry), resume: null });
      offerUndo(t("dismissed"), () => void rewrite(entry, requestOf(entry)));
    },
  };
}
