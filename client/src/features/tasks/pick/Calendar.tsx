import { DatePicker } from "@mantine/dates";
import "@mantine/dates/styles.layer.css";
import "dayjs/locale/de";
import { useTranslation } from "react-i18next";

export interface CalendarProps {
  label: string;
  value: string | null;
  onPick: (day: string) => void;
}

/** A month to choose a day in; a chunk of its own, since it is opened rarely. */
export function Calendar({ label, value, onPick }: CalendarProps) {
  const { t, i18n } = useTranslation("tasks");
  return (
    <DatePicker
      aria-label={label}
      size="sm"
      locale={i18n.language}
      firstDayOfWeek={1}
      weekendDays={[]}
      highlightToday
      hideOutsideDates
      value={value}
      defaultDate={value ?? undefined}
      onChange={(day) => day && onPick(day)}
      ariaLabels={{
        nextMonth: t("date.nextMonth"),
        previousMonth: t("date.previousMonth"),
        nextYear: t("date.nextYear"),
        previousYear: t("date.previousYear"),
        nextDecade: t("date.nextYear"),
        previousDecade: t("date.previousYear"),
      }}
    />
  );
}
