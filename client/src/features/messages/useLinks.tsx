import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { read } from "../../kernel/api/call";
import type { TopicResponse } from "../../kernel/api/types";
import { useReplica } from "../../kernel/replica";
import { tell } from "../../kernel/ui";
import { PersonCard } from "./PersonCard";

/**
 * For an element that holds rendered text: a mention opens the person's card, the task or the topic, and a link to this
 * workspace stays in this window. `card` is to be put anywhere.
 */
export function useLinks(): {
  handlers: { onClick: (event: React.MouseEvent) => void; onKeyDown: (event: React.KeyboardEvent) => void };
  card: ReactNode;
} {
  const navigate = useNavigate();
  const db = useReplica();
  const { t } = useTranslation("messages");
  const [card, setCard] = useState<{ personId: string; at: HTMLElement }>();

  const openTopic = async (topicId: string) => {
    const topic = (await db.topics.get(topicId)) ?? (await read<TopicResponse>(`/topics/${topicId}`).catch(() => null));
    if (!topic) return tell(t("gone"));
    const params = { spaceId: topic.spaceId, topicId };
    await navigate({ to: "/s/$spaceId/topics/$topicId", params });
  };

  const follow = (link: HTMLAnchorElement): boolean => {
    const id = link.dataset.id;
    if (id && link.classList.contains("mention-person")) setCard({ personId: id, at: link });
    else if (id && link.classList.contains("mention-task")) {
      void navigate({ to: ".", search: (old: object) => ({ ...old, task: id, thread: undefined }) as never });
    } else if (id && link.classList.contains("mention-topic")) void openTopic(id);
    else if (link.href && link.origin === location.origin && !link.pathname.startsWith("/api/")) {
      void navigate({ href: link.pathname + link.search });
    } else return false;
    return true;
  };

  const linkOf = (event: React.SyntheticEvent) =>
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(".prose a") : null;

  return {
    handlers: {
      onClick: (event) => {
        const link = linkOf(event);
        if (link && !event.metaKey && !event.ctrlKey && follow(link)) event.preventDefault();
      },
      onKeyDown: (event) => {
        const link = event.key === "Enter" || event.key === " " ? linkOf(event) : null;
        if (link?.dataset.id && follow(link)) event.preventDefault();
      },
    },
    card: card && <PersonCard personId={card.personId} at={card.at} onClose={() => setCard(undefined)} />,
  };
}
