import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../kernel/api/problem";
import type { AttachmentResponse } from "../../kernel/api/types";
import { upload } from "../../kernel/api/upload";
import { newId, useMe } from "../../kernel/replica";
import { formatBytes } from "../../kernel/text/dates";
import { useProblemWords } from "../../kernel/text/useProblemWords";

/** A file on its way to the server. */
export interface Upload {
  id: string;
  name: string;
  size: number;
  /** Share of the bytes sent, 0 to 1. */
  share: number;
  problem?: string;
  /** Sending it again would end the same way. */
  final?: boolean;
}

interface Running {
  file: File;
  stop: AbortController;
}

/** Files on their way into a space: each is told to `onDone` when the server has it. Leaving the screen cancels them. */
export function useUploads(spaceId: string, onDone: (attachment: AttachmentResponse) => void) {
  const { t } = useTranslation("attachments");
  const { maxUploadBytes } = useMe();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const running = useRef(new Map<string, Running>());
  const done = useRef(onDone);
  done.current = onDone;
  const wordsOf = useProblemWords();
  const said = useRef(wordsOf);
  said.current = wordsOf;

  useEffect(() => {
    const all = running.current;
    return () => {
      for (const { stop } of all.values()) stop.abort();
    };
  }, []);

  const update = useCallback(
    (id: string, patch: Partial<Upload>) =>
      setUploads((old) => old.map((one) => (one.id === id ? { ...one, ...patch } : one))),
    [],
  );

  const drop = useCallback((id: string) => {
    running.current.get(id)?.stop.abort();
    running.current.delete(id);
    setUploads((old) => old.filter((one) => one.id !== id));
  }, []);

  const send = useCallback(
    async (id: string, file: File) => {
      const stop = new AbortController();
      running.current.set(id, { file, stop });
      try {
        const attachment = await upload<AttachmentResponse>(uploadPath(spaceId, id, file.name), file, {
          signal: stop.signal,
          onProgress: (share) => update(id, { share }),
        });
        drop(id);
        done.current(attachment);
      } catch (error) {
        const problem = asProblem(error);
        if (!stop.signal.aborted)
          update(id, { problem: said.current(problem.details), final: problem.code === "too-large" });
      }
    },
    [spaceId, update, drop],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        const id = newId();
        const tooLarge = file.size > maxUploadBytes;
        const refused = tooLarge && {
          problem: t("tooLarge", { size: formatBytes(file.size), limit: formatBytes(maxUploadBytes) }),
          final: true,
        };
        setUploads((old) => [...old, { id, name: nameOf(file), size: file.size, share: 0, ...refused }]);
        if (!tooLarge) void send(id, file);
      }
    },
    [send, maxUploadBytes, t],
  );

  const again = useCallback(
    (id: string) => {
      const one = running.current.get(id);
      if (!one) return;
      update(id, { share: 0, problem: undefined });
      void send(id, one.file);
    },
    [send, update],
  );

  return { uploads, add, again, cancel: drop };
}

/** The id is made here, so that sending the same file again makes no second attachment. */
export const uploadPath = (spaceId: string, id: string, name: string) =>
  `/spaces/${spaceId}/attachments?id=${id}&name=${encodeURIComponent(name || "file")}`;

const nameOf = (file: File) => file.name || "file";
