type DragKit = typeof import("./dragKit");

let kit: DragKit | undefined;
let coming: Promise<DragKit> | undefined;

/** Starts what needs drag and drop, which is loaded after the first paint; what is returned ends it. For effects. */
export function withDragKit(start: (kit: DragKit) => () => void): () => void {
  if (kit) return start(kit);
  let ended = false;
  let end = () => {};
  coming ??= import("./dragKit");
  void coming.then((loaded) => {
    kit = loaded;
    if (!ended) end = start(loaded);
  });
  return () => {
    ended = true;
    end();
  };
}
