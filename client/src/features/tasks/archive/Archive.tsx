import { TextInput, Title } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { Link, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRows } from "../../../kernel/replica";
import { useTitle } from "../../../kernel/ui";
import { useSpaceName } from "../../spaces/spaceName";
import classes from "./Archive.module.css";
import { StoredLabels, StoredLists } from "./StoredLists";
import { StoredTasks } from "./StoredTasks";

const parts = ["done", "archived", "deleted", "lists", "labels"] as const;

/** The quiet place for what is off the board: to find it again, and to take it out. */
export function Archive({ spaceId }: { spaceId: string }) {
  const { t } = useTranslation("archive");
  const search = useSearch({ strict: false }) as { show?: string };
  const show = parts.find((part) => part === search.show) ?? "archived";
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const space = useRows((db) => db.spaces.get(spaceId), [spaceId]);
  useTitle(t("title"), useSpaceName(space));
  useHotkeys([["/", () => field.current?.select()]]);

  if (!space) return null;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={2}>{t("title")}</Title>
        <TextInput
          ref={field}
          type="search"
          className={classes.search}
          aria-label={t("filter")}
          aria-keyshortcuts="/"
          placeholder={t("filter")}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && setText("")}
        />
      </div>
      <nav aria-label={t("parts")} className={classes.tabs}>
        {parts.map((part) => (
          <Link
            key={part}
            to="."
            search={{ show: part === "archived" ? undefined : part } as object}
            className={classes.tab}
            activeProps={{ "aria-current": "page" }}
            activeOptions={{ includeSearch: true, explicitUndefined: true }}
          >
            {t(`show.${part}`)}
          </Link>
        ))}
      </nav>
      <p className={classes.about}>{t(`about.${show}`)}</p>
      {show === "lists" && <StoredLists space={space} text={text} />}
      {show === "labels" && <StoredLabels space={space} text={text} />}
      {show !== "lists" && show !== "labels" && <StoredTasks key={show} space={space} state={show} text={text} />}
    </div>
  );
}
