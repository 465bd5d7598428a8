import type { AvailabilityResponse } from "../../../kernel/api/types";
import { useAnswer } from "../../../kernel/api/useAnswer";

/** When these people can be expected to answer, as their calendars say now. Without a network nothing is known. */
export function useHorizons(personIds: string[]): Map<string, AvailabilityResponse> | undefined {
  const asked = personIds.map((id) => `personIds=${id}`).join("&");
  const { data } = useAnswer<AvailabilityResponse[]>(asked ? `/people/availability?${asked}` : null);
  return data && new Map(data.map((one) => [one.personId, one]));
}
