import type {
  MemberResponse,
  MeResponse,
  PersonResponse,
  SpaceResponse,
  SpaceRight,
  SpaceRole,
} from "../../kernel/api/types";
import { type Change, type ChangeTx, memberKey, registerChanges } from "../../kernel/replica";

type SpacePatch = Partial<SpaceResponse>;
type AccessPatch = { id: string; role: SpaceRole; can: SpaceRight[]; canArchived: SpaceRight[] };
type ArchivalPatch = { archivedAt: string | null; canByRole?: Record<SpaceRole, SpaceRight[]> };

const patchSpace = (tx: ChangeTx, { spaceId, payload }: Change<SpacePatch>) =>
  tx.spaces.patch(spaceId, sharedOf(payload));

/** It tells every role what it may do from now on; of mine alone I take note. A prediction leaves that to the server. */
const patchArchival = (tx: ChangeTx, { spaceId, payload: { archivedAt, canByRole } }: Change<ArchivalPatch>) =>
  tx.spaces.patch(spaceId, ({ role, can }) => ({ archivedAt, can: canByRole?.[role] ?? can }));

/** In my personal space's stream: what is mine alone about another space. */
const patchMine = (tx: ChangeTx, { payload }: Change<SpacePatch & { id: string }>) =>
  tx.spaces.patch(payload.id, payload);

registerChanges({
  "space.created": patchSpace,
  "space.changed": patchSpace,
  "space.archived": patchArchival,
  "space.restored": patchArchival,
  "space.converted": patchSpace,

  "member.joined": async (
    tx,
    { spaceId, payload: { person, member } }: Change<{ person: PersonResponse; member: MemberResponse }>,
  ) => {
    await tx.people.put(person);
    await tx.members.put({ ...member, spaceId, id: memberKey(spaceId, member.personId) });
    await tx.spaces.patch(spaceId, ({ memberIds }) => ({ memberIds: [...except(memberIds, person.id), person.id] }));
  },
  "member.changed": (tx, { spaceId, payload }: Change<{ personId: string; role: SpaceRole }>) =>
    tx.members.patch(memberKey(spaceId, payload.personId), { role: payload.role }),
  "member.left": async (tx, { spaceId, payload: { personId } }: Change<{ personId: string }>) => {
    await tx.members.remove(memberKey(spaceId, personId));
    await tx.spaces.patch(spaceId, ({ memberIds, dutyIds = [] }) => ({
      memberIds: except(memberIds, personId),
      dutyIds: except(dutyIds, personId),
    }));
  },
  "person.changed": (tx, { payload }: Change<PersonResponse>) => tx.people.put(payload),

  "space.joined": async (tx, { payload }: Change<SpaceResponse>) => tx.spaces.put(payload),
  "space.left": (tx, { payload }: Change<{ id: string }>) => tx.forget(payload.id),
  "space.accessChanged": (tx, { payload }: Change<AccessPatch>) =>
    tx.spaces.patch(payload.id, ({ archivedAt }) => ({
      role: payload.role,
      can: archivedAt ? payload.canArchived : payload.can,
    })),
  "space.pinned": patchMine,
  "space.muted": patchMine,
  "me.changed": async (tx, { payload }: Change<Partial<MeResponse>>) => {
    await tx.me.patch(tx.personId, (me) => ({ ...payload, person: { ...me.person, ...payload.person } }));
    await tx.people.patch(tx.personId, payload.person ?? {});
  },
});

/** What every member gets is silent about what is mine alone. */
function sharedOf({ id: _, role: _role, can: _can, pin: _pin, mutedUntil: _muted, ...shared }: SpacePatch): SpacePatch {
  return shared;
}

const except = (ids: string[], id: string) => ids.filter((one) => one !== id);
