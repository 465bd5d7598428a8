import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ActivityItem } from "../../../kernel/api/types";
import { useMe } from "../../../kernel/replica";
import { clock, exactTime } from "../../../kernel/text/dates";
import { Face } from "../../../kernel/ui";
import classes from "../Activity.module.css";
import { ActivityLine } from "./ActivityLine";
import { wordsFor } from "./runs";
import type { KnownOf } from "./useKnown";

/** What one person did once, or again and again: then one line that unfolds. */
export function ActivityRun({ run, known, spaceId }: { run: ActivityItem[]; known: KnownOf; spaceId: string }) {
  const { t } = useTranslation("activity");
  const { zone } = useMe().person;
  const [open, setOpen] = useState(false);
  const inside = useId();
  const [newest] = run;
  if (!newest) return null;
  if (run.length === 1) return <ActivityLine item={newest} known={known} spaceId={spaceId} />;

  const { actorId } = newest;
  const things = new Set(run.map((item) => item.itemId)).size;
  return (
    <li>
      <div className={classes.line}>
        <Face person={known.actor(actorId)} size={24} decorative />
        <button
          type="button"
          className={classes.fold}
          aria-expanded={open}
          aria-controls={inside}
          onClick={() => setOpen(!open)}
        >
          <b>{actorId ? known.person(actorId) : "Baton"}</b> {t(wordsFor(newest), { count: things, times: run.length })}
        </button>
        <time dateTime={newest.at} className={classes.when} data-hint={exactTime(newest.at, zone)}>
          {clock(new Date(newest.at), zone)}
        </time>
      </div>
      {open && (
        <ol id={inside} className={classes.inside}>
          {run.map((item) => (
            <ActivityLine key={item.version} item={item} known={known} spaceId={spaceId} inRun />
          ))}
        </ol>
      )}
    </li>
  );
}
