import { useTranslation } from "react-i18next";
import type { CalendarEntryResponse } from "../../../kernel/api/types";
import { useMe } from "../../../kernel/replica";
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

  /** False when it did not get through, which is said. */
  const rewrite = (entry: CalendarEntryResponse, said: Parameters<typeof write>[1]) =>
    write(entry.id, said).then(
      () => true,
      () => {
        tell(t("failed"));
        return false;
      },
    );
  return {
    /** Known by now: before, nothing can be said of it. */
    ready: calendar !== undefined,
    zone,
    running,
    over: running ? undefined : overAt(now, entries, zone),
    /** From this minute on; of a block that runs already, its line. The same id again is the same focus. */
    begin: (id: string, until: Date, resume: string) => {
      const one = running && !running.entry.week ? running.entry : undefined;
      return one
        ? write(one.id, { ...requestOf(one), resume: resume.trim() || null })
        : write(id, focusFrom(new Date(), until, resume, zone));
    },
    end: async ({ entry }: Running) => {
      const said = endedAt(new Date(), entry, zone);
      if (!said) return remove(entry);
      if (await rewrite(entry, said)) offerUndo(t("ended"), () => void rewrite(entry, requestOf(entry)));
    },
    dismiss: async (entry: CalendarEntryResponse) => {
      const put = await rewrite(entry, { ...requestOf(entry), resume: null });
      if (put) offerUndo(t("dismissed"), () => void rewrite(entry, requestOf(entry)));
    },
  };
}
