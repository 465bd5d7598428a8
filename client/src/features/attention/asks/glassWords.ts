import type { TFunction } from "i18next";
import type { GlassPreview } from "../../../kernel/api/types";

/** The price before pressing: "This is your one of this month. Ben is off until tomorrow 09:00 and is reached now." */
export function glassWords(
  glass: GlassPreview,
  [name, duty]: string[],
  t: TFunction<"asks">,
  moment: (at: string) => string,
): string[] {
  const { allowance, offUntil } = glass;
  const next = (at: string | null) => (at ? t("glass.again", { when: moment(at) }) : t("glass.never"));
  if (glass.isGuest) return [t("glass.guest", { name })];
  if (glass.isFree) return [t("glass.free", { name })];
  if (glass.dutyFirstId) return [t("glass.dutyFirst", { name, duty })];
  if (allowance.left === 0) return [t("glass.spent"), next(allowance.nextAt)];
  if (glass.receiverSpent) return [t("glass.receiverSpent", { name }), next(glass.receiverNextAt)];
  return [
    allowance.limit === 1 ? t("glass.yourOne") : t("glass.oneOf", { count: allowance.left }),
    offUntil ? t("glass.off", { name, when: moment(offUntil) }) : t("glass.atWork", { name }),
    ...(glass.isTold ? [] : [t("glass.untold", { name })]),
  ];
}
