import { Checkbox, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PushDevice } from "../../../kernel/api/types";
import { askForNotices, endNotices, type Obstacle, obstacleHere, subscriptionHere } from "../../../kernel/live/notices";
import { ProblemNote } from "../../../kernel/ui";
import { useSending } from "../../accounts/useSending";
import { removeDevice, SubscribeFailed, tellHere } from "./thisDevice";

interface PushSettingProps {
  devices: PushDevice[];
  again: () => void;
}

/** Whether this device is told of my batches while no page of Baton is open. */
export function PushSetting({ devices, again }: PushSettingProps) {
  const { t } = useTranslation("channels");
  const here = devices.find((device) => device.here);
  const { obstacle, subscribed, look } = useThisDevice(devices);
  const { busy, problem, send } = useSending();
  const [ignored, setIgnored] = useState(false);
  const told = subscribed && here !== undefined;
  // What was just chosen, until browser and server have it.
  const [chosen, setChosen] = useState<boolean>();
  useEffect(() => setChosen((one) => (one === told ? undefined : one)), [told]);
  const handleChange = async (wanted: boolean) => {
    setIgnored(false);
    setChosen(wanted);
    // First of all: a browser asks only while it handles the click.
    if (wanted && (await askForNotices()) !== "granted") {
      setIgnored(true);
      setChosen(undefined);
      return look();
    }
    if (!(await send(() => (wanted ? tellHere(here?.id) : stopHere(here?.id))))) setChosen(undefined);
    look();
    again();
  };
  if (obstacle === undefined) return null;
  if (obstacle !== null) return <Refused reason={t(`push.${obstacle}`)} />;
  return (
    <>
      <Checkbox
        label={t("push.label")}
        description={t("push.hint")}
        checked={chosen ?? told}
        disabled={busy}
        onChange={(event) => void handleChange(event.currentTarget.checked)}
      />
      {ignored && <Text role="status">{t("push.ignored")}</Text>}
      {problem instanceof SubscribeFailed ? (
        <Text role="alert">{t("push.failed")}</Text>
      ) : (
        <ProblemNote error={problem} />
      )}
    </>
  );
}

/** Without a switch, which could only stay off. */
function Refused({ reason }: { reason: string }) {
  const { t } = useTranslation("channels");
  return (
    <div>
      <Text>{t("push.label")}</Text>
      <Text size="sm" c="dimmed" role="status">
        {reason}
      </Text>
    </div>
  );
}

async function stopHere(id: string | undefined) {
  await endNotices();
  if (id) await removeDevice(id);
}

/** How the browser stands; looked at anew whenever the server's list was. */
function useThisDevice(devices: PushDevice[]) {
  const [state, setState] = useState<{ obstacle?: Obstacle | null; subscribed: boolean }>({ subscribed: false });
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer of the server, or a choice, is a reason to look
  useEffect(() => {
    let over = false;
    void lookHere().then((found) => over || setState(found));
    return () => {
      over = true;
    };
  }, [devices, round]);

  return { ...state, look: () => setRound((n) => n + 1) };
}

async function lookHere() {
  const obstacle = await obstacleHere();
  return { obstacle, subscribed: obstacle === null && (await subscriptionHere()) !== null };
}
