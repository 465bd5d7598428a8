import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { longest } from "../../kernel/api/lengths";
import { newId, useMe, useSubmit } from "../../kernel/replica";
import { HuePicker } from "../../kernel/ui/HuePicker";
import { createSpace, type NewSpaceValues } from "./createSpace";
import { EmojiField } from "./EmojiField";

/** A name is enough; everything else can be changed later. */
export function NewSpace({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation("spaces");
  const me = useMe();
  const submit = useSubmit();
  const navigate = useNavigate();
  const form = useForm<NewSpaceValues>({ initialValues: { name: "", description: "", colour: "teal", emoji: "" } });

  const handleSubmit = form.onSubmit(async (values) => {
    const spaceId = newId();
    await submit(createSpace(spaceId, me, { ...values, name: values.name.trim() }));
    form.reset();
    void navigate({ to: "/s/$spaceId/board", params: { spaceId }, replace: true });
  });

  return (
    <Modal opened={opened} onClose={onClose} title={t("new.title")}>
      <form onSubmit={handleSubmit}>
        <Stack>
          <TextInput
            label={t("new.name")}
            description={t("new.nameHint")}
            required
            maxLength={longest.spaceName}
            data-autofocus
            {...form.getInputProps("name")}
          />
          <TextInput
            label={t("new.description")}
            maxLength={longest.spaceDescription}
            {...form.getInputProps("description")}
          />
          <HuePicker
            label={t("new.colour")}
            value={form.values.colour}
            onPick={(colour) => form.setFieldValue("colour", colour)}
          />
          <EmojiField value={form.values.emoji} onChange={(emoji) => form.setFieldValue("emoji", emoji)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" disabled={form.values.name.trim() === ""}>
              {t("new.do")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
