import { useTranslation } from "react-i18next";
import type { MessageResponse } from "../../kernel/api/types";
import { useRows } from "../../kernel/replica";
import classes from "./QuoteLine.module.css";

/** Who said what is answered, on one or two lines. */
export function QuoteLine({ quote, onOpen }: { quote: NonNullable<MessageResponse["quote"]>; onOpen?: () => void }) {
  const { t } = useTranslation("messages");
  const author = useRows((db) => db.people.get(quote.authorId), [quote.authorId]);
  const text = (
    <>
      <span className={classes.author}>{author ? (author.former ? t("former") : author.name) : "…"}</span>{" "}
      {quote.excerpt || t("quotedFile")}
    </>
  );
  return onOpen ? (
    <button type="button" className={classes.quote} onClick={onOpen}>
      {text}
    </button>
  ) : (
    <div className={classes.quote}>{text}</div>
  );
}
