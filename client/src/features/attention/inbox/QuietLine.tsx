import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { QuietResponse } from "../../../kernel/api/types";
import { useAnswer } from "../../../kernel/api/useAnswer";

/** For how long nothing has reached anybody here outside their hours. */
export function QuietLine() {
  const { t } = useTranslation("attention");
  const { data } = useAnswer<QuietResponse>("/quiet");

  if (!data || data.days < 1) return null;
  return (
    <Text size="sm" c="dimmed" ta="center" pb="lg">
      {t("quiet", { count: data.days })}
    </Text>
  );
}
