import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../kernel/api/call";
import { type SpaceRow, useMe, useRows, useSubmit } from "../../../kernel/replica";
import { offerUndo, ProblemNote } from "../../../kernel/ui";
import { archiveSpace, restoreSpace } from "../archiveSpace";
import classes from "../SpaceSettings.module.css";

/** Archiving can be taken back; leaving cannot, so it asks. */
export function Ending({ space }: { space: SpaceRow }) {
  const { t } = useTranslation("spaceSettings");
  const submit = useSubmit();
  const mayArchive = space.can.includes("space.archive");
  const mayLeave = space.can.includes("space.leave");
  const admins = useRows(
    (db) =>
      db.members
        .where({ spaceId: space.id })
        .and(({ role }) => role === "admin")
        .count(),
    [space.id],
  );
  const lastAdmin = space.role === "admin" && admins === 1;
  const [asking, { open, close }] = useDisclosure(false);
  if (!mayArchive && !mayLeave) return null;

  const handleArchive = async () => {
    await submit(archiveSpace(space));
    offerUndo(t("ending.archived", { name: space.name }), () => void submit(restoreSpace(space)));
  };
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t("ending.title")}</h3>
      {mayArchive && (
        <>
          <p className={classes.about}>{t("ending.archiveText")}</p>
          <Group>
            {space.archivedAt ? (
              <Button variant="default" onClick={() => void submit(restoreSpace(space))}>
                {t("ending.restore")}
              </Button>
            ) : (
              <Button variant="default" onClick={() => void handleArchive()}>
                {t("ending.archive")}
              </Button>
            )}
          </Group>
        </>
      )}
      {mayLeave && (
        <>
          <p className={classes.about}>{t("ending.leaveText")}</p>
          {lastAdmin ? (
            <p className={classes.about}>{t("ending.lastAdmin")}</p>
          ) : (
            <Group>
              <Button variant="default" c="var(--mantine-color-error)" onClick={open}>
                {t("ending.leave")}
              </Button>
            </Group>
          )}
          <Leave space={space} opened={asking} onClose={close} />
        </>
      )}
    </section>
  );
}

function Leave({ space, opened, onClose }: { space: SpaceRow; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation("spaceSettings");
  const me = useMe();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  // Not by the outbox: the server may refuse the last admin, and what has left the device cannot show why.
  const handleLeave = async () => {
    setBusy(true);
    try {
      await call("DELETE", `/spaces/${space.id}/members/${me.id}`);
      await navigate({ to: "/spaces", replace: true });
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t("ending.leaveOf", { name: space.name })}>
      <Stack>
        <Text>{t("ending.leaveFinal")}</Text>
        <ProblemNote error={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button color="red" loading={busy} onClick={() => void handleLeave()}>
            {t("ending.leave")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
