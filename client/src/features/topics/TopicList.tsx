import { Button, SegmentedControl, Title } from "@mantine/core";
import "@mantine/core/styles/FloatingIndicator.layer.css";
import "@mantine/core/styles/SegmentedControl.layer.css";
import { IconMessages, IconPlus } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useRows } from "../../kernel/replica";
import { Empty, ProblemNote, TextFilter, useTitle } from "../../kernel/ui";
import { useNewKey } from "../../kernel/ui/useNewKey";
import { useSpaceName } from "../spaces/spaceName";
import { NewTopic } from "./NewTopic";
import { TopicLine } from "./TopicLine";
import classes from "./TopicList.module.css";
import { type TopicState, useTopics } from "./useTopics";

const states: TopicState[] = ["open", "closed", "all"];

/** As it stands in the address. */
interface TopicSearch {
  state?: TopicState;
  text?: string;
  /** A topic is being written. */
  new?: "topic";
}

/** The discussions of a space, the one with the latest word first. */
export function TopicList({ spaceId }: { spaceId: string }) {
  const { t } = useTranslation("topics");
  const search = useSearch({ strict: false }) as TopicSearch;
  const navigate = useNavigate();
  const text = String(search.text ?? "");
  const state = states.find((one) => one === search.state) ?? "open";
  const setSearch = (change: TopicSearch, replace = true) =>
    void navigate({ to: ".", search: (old: object) => ({ ...old, ...change }) as never, replace });
  const { topics, total, more, showMore, problem } = useTopics(spaceId, { state, text });
  const space = useRows((db) => db.spaces.get(spaceId), [spaceId]);
  const name = useSpaceName(space);
  useTitle(t("topics"), name);
  const mayOpen = space?.can.includes("topic.open") ?? false;
  const handleNew = () => setSearch({ new: "topic" }, false);
  useNewKey(mayOpen && search.new !== "topic" && handleNew);
  const button = mayOpen && (
    <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={handleNew}>
      {t("new")}
    </Button>
  );

  if (search.new === "topic" && mayOpen) {
    return <NewTopic spaceId={spaceId} onClose={() => setSearch({ new: undefined })} />;
  }
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={2}>{t("topics")}</Title>
        {total !== 0 && button}
      </div>
      {total === 0 ? (
        <Empty icon={<IconMessages size={32} stroke={1.4} aria-hidden />} action={button}>
          {t("empty", { name })}
        </Empty>
      ) : (
        <>
          <div className={classes.filters}>
            <SegmentedControl
              size="sm"
              aria-label={t("show")}
              value={state}
              onChange={(value) => setSearch({ state: value === "open" ? undefined : (value as TopicState) })}
              data={states.map((value) => ({ value, label: t(`state.${value}`) }))}
            />
            <TextFilter
              className={classes.search}
              label={t("filter")}
              value={text}
              onChange={(words) => setSearch({ text: words || undefined })}
            />
          </div>
          {topics?.length === 0 && <Empty>{t(text ? "noneFound" : `none.${state}`)}</Empty>}
          <ul className={classes.list} aria-label={t("topics")}>
            {topics?.map((topic) => (
              <TopicLine key={topic.id} topic={topic} />
            ))}
          </ul>
          <ProblemNote error={problem} again={() => void showMore()} />
          {more && (
            <Button variant="subtle" onClick={() => void showMore()}>
              {t("more")}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
