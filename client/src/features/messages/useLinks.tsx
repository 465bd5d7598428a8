import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { read } from "../../kernel/api/call";
import type { TopicResponse } from "../../kernel/api/types";
import { useReplica } from "../../kernel/replica";
import { tell } from "../../kernel/ui";
import { PersonCard } from "./PersonCard";

const [glanceMs, leaveMs] = [400, 200];

/**
 * For an element that holds rendered text: a mention opens the person's card, the task or the topic, and a link to this
 * workspace stays in this window. Pointing at a person shows their card for as long. `card` is to be put anywhere.
 */
export function useLinks(): {
  handlers: {
    onClick: (event: React.MouseEvent) => void;
    onKeyDown: (event: React.KeyboardEvent) => void;
    onPointerOver: (event: React.PointerEvent) => void;
    onPointerOut: (event: React.PointerEvent) => void;
  };
  card: ReactNode;
} {
  const navigate = useNavigate();
  const db = useReplica();
  const { t } = useTranslation("messages");
  const [card, setCard] = useState<{ personId: string; at: HTMLElement; glanced?: boolean }>();
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const soon = (act: () => void, ms: number) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(act, ms);
  };

  const openTopic = async (topicId: string) => {
    const topic = (await db.topics.get(topicId)) ?? (await read<TopicResponse>(`/topics/${topicId}`).catch(() => null));
    if (!topic) return tell(t("gone"));
    const params = { spaceId: topic.spaceId, topicId };
    await navigate({ to: "/s/$spaceId/topics/$topicId", params });
  };

  const follow = (link: HTMLAnchorElement): boolean => {
    const id = link.dataset.id;
    clearTimeout(timer.current);
    if (id && link.classList.contains("mention-person")) setCard({ personId: id, at: link });
    else if (id && link.classList.contains("mention-task")) {
      void navigate({ to: ".", search: (old: object) => ({ ...old, task: id, thread: undefined }) as never });
    } else if (id && link.classList.contains("mention-topic")) void openTopic(id);
    else if (link.href && link.origin === location.origin && !link.pathname.startsWith("/api/")) {
      void navigate({ href: link.pathname + link.search });
    } else return false;
    return true;
  };

  const personAt = (event: React.PointerEvent) =>
    event.pointerType === "mouse" && event.target instanceof Element
      ? event.target.closest<HTMLElement>(".prose a.mention-person, [data-person]")
      : null;

  const linkOf = (event: React.SyntheticEvent) =>
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(".prose a") : null;

  return {
    handlers: {
      onClick: (event) => {
        const named = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-person]") : null;
        if (named?.dataset.person) setCard({ personId: named.dataset.person, at: named });
        const link = linkOf(event);
        if (link && !event.metaKey && !event.ctrlKey && follow(link)) event.preventDefault();
      },
      onKeyDown: (event) => {
        const link = event.key === "Enter" || event.key === " " ? linkOf(event) : null;
        if (link?.dataset.id && follow(link)) event.preventDefault();
      },
      onPointerOver: (event) => {
        const at = personAt(event);
        const personId = at?.dataset.person ?? at?.dataset.id;
        if (at && personId) soon(() => setCard((old) => old ?? { personId, at, glanced: true }), glanceMs);
      },
      onPointerOut: (event) => {
        if (personAt(event)) soon(() => setCard((old) => (old?.glanced ? undefined : old)), leaveMs);
      },
    },
    card: card && (
      <PersonCard
        {...card}
        key={`${card.personId} ${card.glanced}`}
        onClose={() => setCard(undefined)}
        onEnter={() => clearTimeout(timer.current)}
      />
    ),
  };
}
