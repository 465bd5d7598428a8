import type { SpaceRole } from "../../kernel/api/types";
import { type MemberRow, type PersonRow, useRows } from "../../kernel/replica";

export interface Member {
  seat: MemberRow;
  person: PersonRow;
}

const byRank: SpaceRole[] = ["admin", "member", "guest"];

/** Who is in a space: admins first, then by name. */
export const useMembers = (spaceId: string): Member[] | undefined =>
  useRows(
    async (db) => {
      const seats = await db.members.where({ spaceId }).toArray();
      const people = await db.people.bulkGet(seats.map((seat) => seat.personId));
      return seats
        .flatMap((seat, index) => (people[index] ? [{ seat, person: people[index] }] : []))
        .sort(
          (a, b) =>
            byRank.indexOf(a.seat.role) - byRank.indexOf(b.seat.role) || a.person.name.localeCompare(b.person.name),
        );
    },
    [spaceId],
  );
