import { useTranslation } from "react-i18next";
import { longest } from "../../../kernel/api/lengths";
import { type SpaceRow, useSubmit } from "../../../kernel/replica";
import { PendingMark } from "../../../kernel/ui";
import { HuePicker } from "../../../kernel/ui/HuePicker";
import { KeptField } from "../../../kernel/ui/KeptField";
import { EmojiField } from "../EmojiField";
import { editSpace, type SpaceFields } from "../editSpace";
import classes from "../SpaceSettings.module.css";

/** Name, purpose, colour; saved when one leaves a field. */
export function About({ space }: { space: SpaceRow }) {
  const { t } = useTranslation("spaceSettings");
  const submit = useSubmit();
  const mayEdit = space.can.includes("space.edit");
  const change = (fields: SpaceFields) => void submit(editSpace(space, fields));

  if (!mayEdit) {
    return (
      <section className={classes.section}>
        <h3 className={classes.title}>{t("about.title")}</h3>
        <p className={classes.about}>{space.description || t("about.none")}</p>
        <p className={classes.about}>{t("about.keyIs", { key: space.key })}</p>
      </section>
    );
  }
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>
        {t("about.title")} <PendingMark table="spaces" row={space} />
      </h3>
      <div className={classes.pair}>
        <KeptField
          className={classes.grow}
          label={t("about.name")}
          required
          maxLength={longest.spaceName}
          value={space.name}
          onKeep={(name) => change({ name })}
        />
        <EmojiField value={space.emoji} onChange={(emoji) => change({ emoji })} />
      </div>
      <KeptField
        lines
        label={t("about.description")}
        description={t("about.descriptionHint")}
        maxLength={longest.spaceDescription}
        value={space.description}
        onKeep={(description) => change({ description })}
      />
      <HuePicker label={t("about.colour")} value={space.colour} onPick={(colour) => change({ colour })} />
      <KeptField
        styles={{ input: { width: 140 } }}
        label={t("about.key")}
        description={t("about.keyHint", { key: space.key })}
        maxLength={longest.spaceKey}
        required
        value={space.key}
        onKeep={(key) => change({ key: key.toUpperCase() })}
      />
    </section>
  );
}
