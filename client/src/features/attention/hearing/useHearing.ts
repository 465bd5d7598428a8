import { useTranslation } from "react-i18next";
import type { HearingLevel, HearingPlace } from "../../../kernel/api/types";
import { hearingKey, type Replica, useMe, useRows, useSubmit } from "../../../kernel/replica";
import { offerUndo } from "../../../kernel/ui";
import { chooseHearing, type Following, type Heard, hearAs, hearAsBefore } from "./chooseHearing";

/** What I chose of a place and of its space, as this device knows it. */
export async function heardIn(db: Replica, place: HearingPlace, placeId: string, spaceId: string): Promise<Heard> {
  const [own, ofSpace] = await db.hearing.bulkGet([hearingKey(place, placeId), hearingKey("space", spaceId)]);
  return { place, placeId, own: own?.level ?? null, ofSpace: place === "space" ? null : (ofSpace?.level ?? null) };
}

/** How much I hear of a place, and how to choose it, with a way back. */
export function useHearing(
  { place, placeId, spaceId, title }: { place: HearingPlace; placeId: string; spaceId: string; title: string },
  follows?: boolean,
  following?: Following,
) {
  const { t } = useTranslation("hearing");
  const [me, submit] = [useMe(), useSubmit()];
  const known = useRows((db) => heardIn(db, place, placeId, spaceId), [place, placeId, spaceId]);
  const heard: Heard | undefined = known && { ...known, follows };
  const choose = async (level: HearingLevel) => {
    if (!heard) return;
    for (const command of hearAs(heard, level, me, following)) await submit(command);
    offerUndo(t(`done.${level}`, { title }), async () => {
      for (const command of hearAsBefore(heard, level, me, following)) await submit(command);
    });
  };
  /** Back to as usual, or to what I chose for the whole space. */
  const takeBack = async () => {
    if (!heard) return;
    await submit(chooseHearing(heard, null, me));
    offerUndo(t(`done.${heard.ofSpace ?? "usual"}`, { title }), () => void submit(chooseHearing(heard, heard.own, me)));
  };
  return { heard, choose, takeBack };
}
