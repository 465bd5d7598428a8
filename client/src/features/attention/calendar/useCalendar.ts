import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../kernel/api/call";
import type { CalendarEntryResponse, CalendarResponse, Request } from "../../../kernel/api/types";
import { useAnswer } from "../../../kernel/api/useAnswer";
import { useRows } from "../../../kernel/replica";
import { offerUndo, tell } from "../../../kernel/ui";
import { requestOf } from "./entries";

/** My calendar of a year, and what may be done with its entries. */
export function useCalendar(year: number) {
  const { t } = useTranslation("calendar");
  const { data, problem, again } = useAnswer<CalendarResponse>(`/me/calendar?year=${year}`);
  useEffect(() => {
    // Another device may have written in it.
    const handleVisible = () => document.visibilityState === "visible" && again();
    document.addEventListener("visibilitychange", handleVisible);
    return () => document.removeEventListener("visibilitychange", handleVisible);
  }, [again]);

  // What another device wrote stands here at once.
  const told = useRows(async (db) => (await db.me.get(db.personId))?.calendarVersion ?? 0, []);
  const known = useRef(told);
  useEffect(() => {
    if (known.current !== undefined && told !== known.current) again();
    known.current = told;
  }, [told, again]);

  const write = async (id: string, body: Request<"WriteCalendarEntry">) => {
    await call("PUT", `/me/calendar/${id}`, { body });
    again();
  };
  const remove = async (entry: CalendarEntryResponse) => {
    try {
      await call("DELETE", `/me/calendar/${entry.id}`);
      offerUndo(t("removed"), () => void write(entry.id, requestOf(entry)).catch(() => tell(t("notBack"))));
    } catch {
      tell(t("notRemoved"));
    }
    again();
  };
  return { calendar: data, problem, again, write, remove };
}
