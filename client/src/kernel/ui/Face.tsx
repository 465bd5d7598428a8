import type { SyntheticEvent } from "react";
import type { Hue, PersonResponse } from "../api/types";
import classes from "./Face.module.css";

/** Without slate, which does not stand out from the grounds that faces lie on. */
const hues: Hue[] = ["red", "orange", "amber", "green", "teal", "blue", "indigo", "violet", "pink"];

export interface FaceProps {
  person: Pick<PersonResponse, "id" | "name" | "picture"> | undefined;
  size?: number;
  /** The name is shown beside it: then the face alone says nothing. */
  decorative?: boolean;
}

/** A person's picture or initials. Nothing on it tells presence. */
export function Face({ person, size = 24, decorative = false }: FaceProps) {
  const name = person?.name ?? "";
  return (
    <span
      className={classes.face}
      data-hue={hueOf(person?.id ?? "")}
      data-full={isFull(person?.id ?? "") || undefined}
      style={{ width: size, height: size, fontSize: Math.max(9, Math.round(size * 0.4)) }}
      {...(decorative ? { "aria-hidden": true } : { role: "img", "aria-label": name, "data-hint": name })}
    >
      {initials(name)}
      {person?.picture && (
        <img
          key={person.picture}
          src={`${person.picture}?size=${size > 48 ? 512 : 96}`}
          alt=""
          width={size}
          height={size}
          loading="lazy"
          // Without a network the initials stand for the picture.
          onError={hide}
        />
      )}
    </span>
  );
}

function hide({ currentTarget }: SyntheticEvent<HTMLImageElement>) {
  currentTarget.hidden = true;
}

/** Faces side by side; those beyond `max` become a number. */
export function Faces({ people, size = 24, max = 4 }: { people: FaceProps["person"][]; size?: number; max?: number }) {
  const shown = people.slice(0, people.length > max ? max - 1 : max);
  return (
    <span className={classes.faces}>
      {shown.map((person) => person && <Face key={person.id} person={person} size={size} />)}
      {people.length > shown.length && <span className={classes.more}>+{people.length - shown.length}</span>}
    </span>
  );
}

/** The same hue for the same id, everywhere and always. */
export const hueOf = (id: string): Hue => hues[hashOf(id) % hues.length] ?? "teal";

/** Half of the people wear their hue the other way round, light on dark: eighteen looks instead of nine. */
export const isFull = (id: string) => Math.floor(hashOf(id) / hues.length) % 2 === 1;

/** FNV-1a with the finish of MurmurHash3: ids made in the same second, which are alike but for a few letters, come far apart. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0] ?? "");
  return letters.join("").toUpperCase();
}
