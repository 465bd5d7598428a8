import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type SpaceRow, useSubmit } from "../../kernel/replica";
import { restoreSpace } from "../spaces/archiveSpace";
import classes from "./Composer.module.css";

/** Where a composer would stand if one could write: why not, and the way back for whoever has it. */
export function ReadOnly({ space }: { space: SpaceRow }) {
  const { t } = useTranslation("messages");
  const submit = useSubmit();
  if (!space.archivedAt) return <p className={classes.hint}>{t("readOnly")}</p>;
  const mayRestore = space.can.includes("space.archive");
  return (
    <p className={classes.closed}>
      <span>{t(mayRestore ? "archivedRestore" : "archived")}</span>
      {mayRestore && (
        <Button size="compact-md" variant="default" onClick={() => void submit(restoreSpace(space))}>
          {t("restore")}
        </Button>
      )}
    </p>
  );
}
