import { Text } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ClosingResponse } from "../../../kernel/api/types";
import { useAnswer } from "../../../kernel/api/useAnswer";
import { useMe, useRows } from "../../../kernel/replica";
import { dayIn, shortDay } from "../../../kernel/text/dates";
import { partsOf } from "./closing";

/** At the end of my day: where everything stands, so that I need not look again. */
export function ClosingLine() {
  const { t } = useTranslation("attention");
  const { zone } = useMe().person;
  const { data, again } = useAnswer<ClosingResponse>("/ledger/closing");
  // What I do is in the sum once the server has it.
  const unsent = useRows((db) => db.outbox.count(), []);
  useEffect(() => {
    if (unsent === 0) again();
  }, [unsent, again]);

  if (!data?.isOver || data.total === 0) return null;
  const parts = partsOf(data).map(([part, count]) => t(`closing.${part}`, { count }));
  return (
    <Text role="status" size="sm" c="dimmed" ta="center" py="lg">
      {parts.length > 0 &&
        `${t("closing.all", { count: data.total, since: shortDay(dayIn(new Date(data.since), zone), zone), parts: parts.join(", ") })} `}
      {data.waiting > 0 ? t("closing.waiting", { count: data.waiting }) : t("closing.nothing")}
    </Text>
  );
}
