import { Button, FileButton, Group, Text } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { call, readBytes } from "../../kernel/api/call";
import { Problem } from "../../kernel/api/problem";
import { useMe } from "../../kernel/replica";
import { Face, offerUndo, ProblemNote } from "../../kernel/ui";
import { useSending } from "./useSending";

const kinds = ["image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"];

export function PictureSetting() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const { busy, problem, send, forget } = useSending();
  // The same file may be chosen again.
  const reset = useRef<() => void>(null);
  const put = (picture: Blob) => call("PUT", "/me/picture", { body: picture });
  const handleFile = async (file: File | null) => {
    reset.current?.();
    if (!file) return;
    await send(async () => {
      if (!kinds.includes(file.type)) throw new Problem({ title: "", status: 400, code: "no-picture" });
      await put(file);
    });
  };
  const handleRemove = () =>
    send(async () => {
      const before = await readBytes(`${me.person.picture}?size=512`);
      await call("DELETE", "/me/picture");
      if (before) offerUndo(t("profile.pictureRemoved"), () => void send(() => put(before)));
    });

  return (
    <>
      <Group>
        <Face person={me.person} size={64} decorative />
        <FileButton onChange={(file) => void handleFile(file)} resetRef={reset} accept={kinds.join()}>
          {({ onClick }) => (
            <Button
              onClick={() => {
                forget();
                onClick();
              }}
              variant="default"
              loading={busy}
            >
              {t("profile.pick")}
            </Button>
          )}
        </FileButton>
        {me.person.picture && (
          <Button variant="subtle" onClick={() => void handleRemove()} disabled={busy}>
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
