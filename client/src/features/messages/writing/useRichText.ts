import { useEffect, useState } from "react";

type RichText = typeof import("./RichField");

let loaded: RichText | undefined;
let loading: Promise<RichText> | undefined;

/** The editor, once somebody wants to write and it has come. Without a network there is the text area. */
export function useRichText(wanted: boolean): RichText | undefined {
  const [rich, setRich] = useState(loaded);
  useEffect(() => {
    if (!wanted || rich) return;
    loading ??= import("./RichField");
    loading.then(
      (file) => {
        loaded = file;
        setRich(file);
      },
      () => {
        loading = undefined;
      },
    );
  }, [wanted, rich]);
  return rich;
}
