import { Title, VisuallyHidden } from "@mantine/core";
import { IconMessageCircle } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type MessageRow, useRows } from "../../kernel/replica";
import { Empty, useTitle } from "../../kernel/ui";
import { useSpaceName } from "../spaces/spaceName";
import { Conversation } from "./Conversation";
import type { Place } from "./place";

/** A space's stream of talk; replies open beside it. */
export function Chat({ spaceId }: { spaceId: string }) {
  const { t } = useTranslation("messages");
  const navigate = useNavigate();
  const { message, thread } = useSearch({ strict: false });
  const space = useRows((db) => db.spaces.get(spaceId), [spaceId]);
  const name = useSpaceName(space);
  const place = useMemo<Place>(() => ({ kind: "chat", id: spaceId, spaceId }), [spaceId]);
  useTitle(t("chat"), name);

  const handleThread = useCallback(
    ({ id }: MessageRow) =>
      void navigate({
        to: ".",
        search: (old: object) => ({ ...old, thread: id, task: undefined, message: undefined }) as never,
      }),
    [navigate],
  );

  return (
    <>
      <VisuallyHidden>
        <Title order={2}>{t("chat")}</Title>
      </VisuallyHidden>
      <Conversation
        place={place}
        label={t("messagesIn", { name })}
        landOn={thread ? undefined : message}
        onThread={handleThread}
        empty={
          <Empty icon={<IconMessageCircle size={32} stroke={1.4} aria-hidden />}>
            {t(`empty.${space?.kind === "group" ? "chat" : (space?.kind ?? "chat")}`, { name })}
          </Empty>
        }
      />
    </>
  );
}
