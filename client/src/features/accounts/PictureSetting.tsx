import { Button, FileButton, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import { useMe } from "../../kernel/replica";
import { Face, ProblemNote } from "../../kernel/ui";
import { useSending } from "./useSending";

export function PictureSetting() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const { busy, problem, send } = useSending();
  const handleFile = (file: File | null) => file && send(() => call("PUT", "/me/picture", { body: file }));
  const handleRemove = () => send(() => call("DELETE", "/me/picture"));

  return (
    <>
      <Group>
        <Face person={me.person} size={64} decorative />
        <FileButton onChange={handleFile} accept="image/png,image/jpeg,image/webp,image/gif,image/avif">
          {(button) => (
            <Button {...button} variant="default" loading={busy}>
              {t("profile.pick")}
            </Button>
          )}
        </FileButton>
        {me.person.picture && (
          <Button variant="subtle" onClick={handleRemove} disabled={busy}>
            {t("profile.removePicture")}
          </Button>
        )}
        <Text size="xs" c="dimmed">
          {t("profile.pictureHint")}
        </Text>
      </Group>
      <ProblemNote error={problem} />
    </>
  );
}
