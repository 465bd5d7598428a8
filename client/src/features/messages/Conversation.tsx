import { useNewKey } from "../../kernel/ui/useNewKey";
import { Composer } from "./Composer";
import classes from "./Conversation.module.css";
import { callToWrite } from "./callToWrite";
import { Stream, type StreamProps } from "./Stream";

export interface ConversationProps extends StreamProps {
  placeholder?: string;
  /** Instead of the composer, where nothing can be written. */
  closed?: React.ReactNode;
}

/** A stream with its composer below. */
export function Conversation({ placeholder, closed, ...stream }: ConversationProps) {
  const { place } = stream;
  // Those of a drawer stand beside a page of its own.
  useNewKey(!closed && (place.kind === "chat" || place.kind === "topic") && (() => callToWrite(place)));
  return (
    <div className={classes.conversation} data-in-page={stream.inPage || undefined}>
      <Stream {...stream} />
      <div className={classes.composer} data-reading={stream.reading || undefined}>
        {closed ?? <Composer place={place} placeholder={placeholder} />}
      </div>
    </div>
  );
}
