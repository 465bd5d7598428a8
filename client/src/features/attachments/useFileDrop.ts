import { type DragEvent, useRef, useState } from "react";
import { carriesFiles, filesIn } from "./filesIn";

/** What an element needs so that files can be dropped on it; `over` while some hang above it. */
export function useFileDrop(onFiles: (files: File[]) => void, enabled = true) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  const concerns = (event: DragEvent) => enabled && carriesFiles(event.dataTransfer);

  return {
    over,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (!concerns(event)) return;
        depth.current += 1;
        setOver(true);
      },
      onDragOver: (event: DragEvent) => {
        if (concerns(event)) event.preventDefault();
      },
      onDragLeave: (event: DragEvent) => {
        if (!concerns(event)) return;
        depth.current -= 1;
        if (depth.current <= 0) leave();
      },
      onDrop: (event: DragEvent) => {
        if (!concerns(event)) return;
        event.preventDefault();
        leave();
        onFiles(filesIn(event.dataTransfer));
      },
    },
  };
}
