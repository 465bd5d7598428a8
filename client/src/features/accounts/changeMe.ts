import type { ColourScheme, Language, MeResponse, Request } from "../../kernel/api/types";
import type { Command, MeRow } from "../../kernel/replica";
import { dayIn } from "../../kernel/text/dates";

export interface MePatch {
  name?: string;
  roleText?: string;
  zone?: string;
  hours?: string;
  language?: Language;
  theme?: ColourScheme;
  /** For the rest of today; empty takes it back. */
  status?: string;
  sharesAnswerTime?: boolean;
}

/** My profile, written at once and sent when possible. */
export function changeMe(me: MeRow, patch: MePatch): Command {
  const { language, theme, status, sharesAnswerTime, ...person } = patch;
  const payload: Partial<MeResponse> = {
    ...(language && { language }),
    ...(theme && { theme }),
    ...(status !== undefined && { status: status ? { text: status, day: dayIn(new Date(), me.person.zone) } : null }),
    ...(sharesAnswerTime !== undefined && { sharesAnswerTime }),
    ...(Object.keys(person).length > 0 && { person: { ...me.person, ...person } }),
  };
  return {
    spaceId: me.personalSpaceId,
    method: "PATCH",
    path: "/me",
    body: patch satisfies Request<"EditProfile">,
    predicts: [{ kind: "me.changed", itemId: me.id, payload }],
  };
}
