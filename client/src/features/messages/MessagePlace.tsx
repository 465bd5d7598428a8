import { Navigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { read } from "../../kernel/api/call";
import type { MessageResponse } from "../../kernel/api/types";
import { useReplica } from "../../kernel/replica";
import { Missing } from "../../kernel/ui";

/** A link to a message leads to where it stands. */
export function MessagePlace({ messageId }: { messageId: string }) {
  const db = useReplica();
  const [message, setMessage] = useState<MessageResponse>();
  const [problem, setProblem] = useState<unknown>();

  useEffect(() => {
    db.messages
      .get(messageId)
      .then((known) => known ?? read<MessageResponse>(`/messages/${messageId}`))
      .then(setMessage, setProblem);
  }, [db, messageId]);

  if (!message) return <Missing error={problem} />;
  const { spaceId, place, threadId } = message;
  if (place.kind === "topic") {
    const params = { spaceId, topicId: place.id };
    return <Navigate to="/s/$spaceId/topics/$topicId" params={params} search={{ message: messageId }} replace />;
  }
  if (place.kind === "task") {
    return <Navigate to="/t/$taskId" params={{ taskId: place.id }} search={{ message: messageId }} replace />;
  }
  const search = { message: messageId, thread: threadId ?? undefined };
  return <Navigate to="/s/$spaceId/chat" params={{ spaceId }} search={search} replace />;
}
