import type { ColourScheme, Language, MeResponse, Request } from "../../kernel/api/types";
import type { Command, MeRow } from "../../kernel/replica";

export interface MePatch {
  name?: string;
  roleText?: string;
  zone?: string;
  hours?: string;
  language?: Language;
  theme?: ColourScheme;
}

/** My profile, written at once and sent when possible. */
export function changeMe(me: MeRow, patch: MePatch): Command {
  const { language, theme, ...person } = patch;
  const payload: Partial<MeResponse> = {
    ...(language && { language }),
    ...(theme && { theme }),
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
