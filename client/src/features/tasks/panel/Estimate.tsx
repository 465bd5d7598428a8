import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskRow } from "../../../kernel/replica";
import { estimateWords, readEstimate } from "../taskDates";
import { useTaskActs } from "../useTaskActs";
import classes from "./Properties.module.css";

/** Written as people do: "2h", "1:30", "45". */
export function Estimate({ task, mayEdit }: { task: TaskRow; mayEdit: boolean }) {
  const { t } = useTranslation("tasks");
  const acts = useTaskActs();
  const [writing, setWriting] = useState(false);
  const [wrong, setWrong] = useState(false);
  const words = task.estimateMinutes === null ? null : estimateWords(task.estimateMinutes);

  const handleDone = (text: string) => {
    const minutes = readEstimate(text);
    setWrong(minutes === undefined);
    if (minutes === undefined) return;
    setWriting(false);
    if (minutes !== task.estimateMinutes) void acts.change(task, { estimateMinutes: minutes });
  };

  return (
    <div className={classes.property}>
      <dt>{t("estimate")}</dt>
      <dd>
        {writing ? (
          <TextInput
            autoFocus
            className={classes.estimate}
            size="xs"
            aria-label={t("estimate")}
            placeholder={t("estimateHint")}
            defaultValue={words ?? ""}
            error={wrong && t("estimateHint")}
            onFocus={(event) => event.currentTarget.select()}
            onKeyDown={(event) => {
              if (event.key === "Enter") handleDone(event.currentTarget.value);
              if (event.key !== "Escape") return;
              event.stopPropagation();
              setWriting(false);
              setWrong(false);
            }}
            onBlur={(event) => handleDone(event.currentTarget.value)}
          />
        ) : mayEdit ? (
          <button type="button" className={classes.value} onClick={() => setWriting(true)}>
            <span className={classes.spoken}>{t("estimate")}: </span>
            {words ?? <span className={classes.none}>{t("noEstimate")}</span>}
          </button>
        ) : (
          <span className={classes.value}>{words ?? <span className={classes.none}>{t("noEstimate")}</span>}</span>
        )}
      </dd>
    </div>
  );
}
