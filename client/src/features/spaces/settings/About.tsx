import { Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { longest } from "../../../kernel/api/lengths";
import { type SpaceRow, useSubmit } from "../../../kernel/replica";
import { PendingMark } from "../../../kernel/ui";
import { EmojiField } from "../EmojiField";
import { editSpace, type SpaceFields } from "../editSpace";
import { HuePicker } from "../HuePicker";
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
        <TextInput
          className={classes.grow}
          label={t("about.name")}
          required
          maxLength={longest.spaceName}
          {...kept(space.name, (name) => change({ name }), { required: true })}
        />
        <EmojiField value={space.emoji} onChange={(emoji) => change({ emoji })} />
      </div>
      <Textarea
        label={t("about.description")}
        description={t("about.descriptionHint")}
        autosize
        minRows={2}
        maxLength={longest.spaceDescription}
        {...kept(space.description, (description) => change({ description }))}
      />
      <HuePicker label={t("about.colour")} value={space.colour} onChange={(colour) => change({ colour })} />
      <TextInput
        styles={{ input: { width: 140 } }}
        label={t("about.key")}
        description={t("about.keyHint", { key: space.key })}
        maxLength={longest.spaceKey}
        {...kept(space.key, (key) => change({ key: key.toUpperCase() }), { required: true })}
      />
    </section>
  );
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Keeps what is written when one leaves the field or presses Enter; what must be there falls back when it is emptied. */
function kept(value: string, onKeep: (value: string) => void, { required = false } = {}) {
  const keep = (field: Field) => {
    const next = field.value.trim();
    if (next === value) return;
    if (required && next === "") field.value = value;
    else onKeep(next);
  };
  return {
    // What others change comes in.
    key: value,
    defaultValue: value,
    onBlur: (event: React.FocusEvent<Field>) => keep(event.currentTarget),
    onKeyDown: (event: React.KeyboardEvent<Field>) => {
      if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
      event.preventDefault();
      keep(event.currentTarget);
    },
  };
}
