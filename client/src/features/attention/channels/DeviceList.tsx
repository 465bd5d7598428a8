import { Badge, Button, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PushDevice } from "../../../kernel/api/types";
import { endNotices } from "../../../kernel/live/notices";
import { useMe } from "../../../kernel/replica";
import { When } from "../../../kernel/ui";
import { Asking } from "../../accounts/Asking";
import classes from "../../accounts/SettingsFrame.module.css";
import { removeDevice } from "./thisDevice";

/** Every device of mine that is told of my batches. */
export function DeviceList({ devices, again }: { devices: PushDevice[]; again: () => void }) {
  const { t } = useTranslation("channels");
  const { zone } = useMe().person;
  const [leaving, setLeaving] = useState<PushDevice>();
  const [asking, { open, close }] = useDisclosure(false);
  const handleAsk = (device: PushDevice) => {
    setLeaving(device);
    open();
  };
  const handleRemove = async () => {
    if (!leaving) return;
    await removeDevice(leaving.id);
    if (leaving.here) await endNotices();
    again();
  };
  return (
    <section className={classes.section}>
      <Title order={2}>{t("devices.title")}</Title>
      <ul className={classes.rows}>
        {devices.map((device) => (
          <li key={device.id} className={classes.row}>
            <div className={classes.grow}>
              <Text fw={500}>{device.device}</Text>
              <Text size="xs" c="dimmed">
                {t("devices.since")} <When at={device.createdAt} zone={zone} />
              </Text>
              {device.problem && <Text size="sm">{t("devices.problem")}</Text>}
            </div>
            {device.here && <Badge color="teal">{t("devices.this")}</Badge>}
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t("devices.removeOf", { device: device.device })}
              onClick={() => handleAsk(device)}
            >
              {t("devices.remove")}
            </Button>
          </li>
        ))}
      </ul>
      <Asking
        title={t("devices.removeOf", { device: leaving?.device })}
        act={t("devices.remove")}
        opened={asking}
        onAct={handleRemove}
        onClose={close}
      >
        {t("devices.removeText")}
      </Asking>
    </section>
  );
}
