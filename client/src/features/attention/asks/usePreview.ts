import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { call } from "../../../kernel/api/call";
import type { EnvelopePreview, EnvelopeRequest } from "../../../kernel/api/types";
import type { Marks } from "./marks";

const pauseMs = 400;
const nothing: EnvelopePreview = { people: [], glass: null };

/** What a post would be for each whom it addresses, as the server sees their calendars. Without a network there is none. */
export function usePreview(spaceId: string, marks: Marks, envelope: EnvelopeRequest | undefined): EnvelopePreview {
  const body = [...marks.asks.map((id) => `${mention(id)}?`), ...marks.informs.map(mention)].join(" ");
  const asks = marks.asks.length > 0 || (envelope?.addressees?.length ?? 0) > 0;
  const [wish] = useDebouncedValue(asks ? JSON.stringify({ body, envelope: envelope ?? null }) : "", pauseMs);
  const [found, setFound] = useState<{ wish: string; preview: EnvelopePreview }>();

  useEffect(() => {
    if (wish === "") return;
    const stop = new AbortController();
    call<EnvelopePreview>("POST", `/spaces/${spaceId}/preview`, {
      body: JSON.parse(wish),
      signal: stop.signal,
    }).then(
      ({ data }) => setFound({ wish, preview: data }),
      // It is only to help: what cannot be foretold is sent all the same.
      () => stop.signal.aborted || setFound({ wish, preview: nothing }),
    );
    return () => stop.abort();
  }, [spaceId, wish]);

  return asks && found ? found.preview : nothing;
}

const mention = (id: string) => `[@](baton:person/${id})`;
