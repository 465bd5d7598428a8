import { useTranslation } from "react-i18next";
import type { MessageResponse } from "../../../kernel/api/types";
import { useAnswer } from "../../../kernel/api/useAnswer";
import { type InboxRow, type Replica, useMe, useRows } from "../../../kernel/replica";
import { dayAndTime } from "../../../kernel/text/dates";
import { Face, TextLink } from "../../../kernel/ui";
import { MessageBody } from "../../messages/MessageBody";
import { useLinks } from "../../messages/useLinks";
import { usePeopleIn } from "../../messages/usePeopleIn";
import classes from "./Preview.module.css";
import { placeOfItem } from "./placeOfItem";
import type { Names } from "./useNames";

const most = 5;

/** Beside the list where there is room: what is asked, with the last that was said in its place. */
export function Preview({ row, names }: { row: InboxRow; names: Names }) {
  const { t } = useTranslation("inbox");
  const { id, kind, place } = row.post;
  const here = useRows((db) => around(db, row), [id, place.id]);
  // A post that came long ago may have left the device.
  const { data } = useAnswer<MessageResponse>(here && kind === "message" && !here.post ? `/messages/${id}` : null);
  const messages = [...(here?.messages ?? []), ...(data ? [data] : [])];
  const people = usePeopleIn(messages);
  const { zone } = useMe().person;
  const links = useLinks();
  if (!here) return null;
  return (
    <aside className={classes.preview} aria-label={t("preview")} {...links.handlers}>
      <p className={classes.where}>{names.space(row.postSpaceId)}</p>
      <h2 className={classes.title}>{here.title ?? names.place(row)}</h2>
      {here.description && <MessageBody html={here.description} spaceId={row.postSpaceId} />}
      <ol className={classes.messages}>
        {messages.map((message) => (
          <li key={message.id} className={classes.message} data-asked={message.id === id || undefined}>
            <Face person={people.get(message.authorId)} size={24} decorative />
            <div className={classes.said}>
              <p className={classes.by}>
                <span className={classes.name}>{names.person(message.authorId)}</span>
                <time dateTime={message.postedAt}>{dayAndTime(message.postedAt, zone)}</time>
              </p>
              <MessageBody html={message.html} spaceId={row.postSpaceId} />
            </div>
          </li>
        ))}
      </ol>
      <TextLink {...(placeOfItem(row) as { to: "." })} className={classes.open}>
        {t("open")}
      </TextLink>
      {links.card}
    </aside>
  );
}

/** The post, and the last that was said where it stands. */
async function around(db: Replica, { post: { id, kind, place } }: InboxRow) {
  const task =
    place.kind === "task" || kind === "task" ? await db.tasks.get(kind === "task" ? id : place.id) : undefined;
  const post = kind === "message" ? await db.messages.get(id) : undefined;
  const stream = post?.streamId ?? (kind === "task" ? id : place.id);
  const newest = await db.messages
    .where("[streamId+postedAt]")
    .between([stream, ""], [stream, "\uffff"])
    .reverse()
    .filter((message) => !message.deletedAt)
    .limit(most)
    .toArray();
  const known = post && !newest.some((message) => message.id === id) ? [...newest.slice(0, most - 1), post] : newest;
  return {
    post,
    title: task?.title,
    description: kind === "task" ? task?.descriptionHtml : "",
    messages: known.reverse(),
  };
}
