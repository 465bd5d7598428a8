import { ActionIcon, Button, Group, Menu, TextInput, Title } from "@mantine/core";
import {
  IconBell,
  IconChevronLeft,
  IconCircleCheck,
  IconDots,
  IconLink,
  IconPencil,
  IconQuestionMark,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../kernel/api/lengths";
import { type SpaceRow, type TopicRow, useMe, useRows, useSubmit } from "../../kernel/replica";
import { Faces, PendingMark, tell } from "../../kernel/ui";
import { HearButton } from "../attention/hearing/HearButton";
import { followTopic } from "./followTopic";
import { renameTopic } from "./renameTopic";
import classes from "./TopicPage.module.css";
import { topicRights } from "./topicRights";
import { unfollowTopic } from "./unfollowTopic";

const WhyNot = lazy(() => import("../attention/ledger/WhyNot").then((file) => ({ default: file.WhyNot })));
const CloseTopic = lazy(() => import("./CloseTopic").then((file) => ({ default: file.CloseTopic })));

/** The title of a topic, who follows it, and what can be done with it. */
export function TopicHead({ topic, space }: { topic: TopicRow; space: SpaceRow }) {
  const { t } = useTranslation(["topics", "why"]);
  const me = useMe();
  const [renaming, setRenaming] = useState(false);
  const [closing, setClosing] = useState(false);
  const [asking, setAsking] = useState(false);
  const followers = useRows((db) => db.people.bulkGet(topic.followerIds), [topic.followerIds.join()]) ?? [];
  const follows = topic.followerIds.includes(me.id);
  const may = topicRights(topic, space, me.id);
  const handleCopy = () =>
    void navigator.clipboard.writeText(`${location.origin}${location.pathname}`).then(() => tell(t("copied")));

  return (
    <header className={classes.head}>
      <Link to="/s/$spaceId/topics" params={{ spaceId: topic.spaceId }} className={classes.back} aria-label={t("back")}>
        <IconChevronLeft size={18} stroke={1.6} aria-hidden />
      </Link>
      {renaming ? (
        <RenameField topic={topic} onDone={() => setRenaming(false)} />
      ) : (
        <Title order={2} className={classes.title}>
          {topic.title} <PendingMark table="topics" row={topic} />
        </Title>
      )}
      <Group gap={8} wrap="nowrap" className={classes.tools}>
        <span className={classes.faces}>
          <Faces people={followers} size={24} max={4} />
        </span>
        {may.follow && (
          <HearButton
            place="topic"
            placeId={topic.id}
            spaceId={topic.spaceId}
            title={topic.title}
            follows={follows}
            follow={followTopic(topic, me.id)}
            unfollow={unfollowTopic(topic, me.id)}
            word={t(follows ? "following" : "follow")}
            hint={t(follows ? "followingNote" : "followNote")}
            icon={<IconBell size={16} stroke={1.6} />}
            size="compact-md"
            classes={{ button: classes.follow, word: classes.word }}
          />
        )}
        {!topic.closure && may.close && (
          <Button
            size="compact-md"
            variant="default"
            className={classes.follow}
            aria-label={t("close")}
            leftSection={<IconCircleCheck size={16} stroke={1.6} />}
            onClick={() => setClosing(true)}
          >
            <span className={classes.word}>{t("close")}</span>
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t("acts")}>
              <IconDots size={18} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {may.rename && (
              <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => setRenaming(true)}>
                {t("rename")}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconLink size={16} stroke={1.6} />} onClick={handleCopy}>
              {t("copyLink")}
            </Menu.Item>
            {topic.openedBy !== me.id && (
              <Menu.Item leftSection={<IconQuestionMark size={16} stroke={1.6} />} onClick={() => setAsking(true)}>
                {t("why:ask")}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <Suspense>{asking && <WhyNot itemId={topic.openingMessageId} onClose={() => setAsking(false)} />}</Suspense>
      <Suspense>{closing && <CloseTopic topic={topic} onClose={() => setClosing(false)} />}</Suspense>
    </header>
  );
}

function RenameField({ topic, onDone }: { topic: TopicRow; onDone: () => void }) {
  const { t } = useTranslation("topics");
  const submit = useSubmit();
  const [title, setTitle] = useState(topic.title);
  const handleSave = () => {
    if (title.trim() && title.trim() !== topic.title) void submit(renameTopic(topic, title.trim()));
    onDone();
  };
  return (
    <TextInput
      className={classes.title}
      aria-label={t("title")}
      value={title}
      maxLength={longest.topicTitle}
      autoFocus
      onChange={(event) => setTitle(event.currentTarget.value)}
      onBlur={handleSave}
      onKeyDown={(event) => {
        if (event.key === "Enter") handleSave();
        if (event.key === "Escape") {
          event.stopPropagation();
          onDone();
        }
      }}
    />
  );
}
