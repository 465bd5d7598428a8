import { readersLocale } from "./dates";

/** "Ada, Ben and Mei", in the reader's language. */
export const listed = (names: Iterable<string>) => new Intl.ListFormat(readersLocale()).format(names);
