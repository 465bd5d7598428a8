import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWantsBadge, useWantsSound } from "./signals";
import { showsBadges } from "./useBadge";

/** What this device does of itself when a batch comes. */
export function SignalSettings() {
  const { t } = useTranslation("channels");
  const [badge, setBadge] = useWantsBadge();
  const [sound, setSound] = useWantsSound();
  const handleSound = (wanted: boolean) => {
    setSound(wanted);
    // So that one knows what it is; and a browser lets a page sound that was touched.
    if (wanted) void import("./chime").then(({ chime }) => chime());
  };
  return (
    <>
      {showsBadges() && (
        <Checkbox
          label={t("badge.label")}
          description={t("badge.hint")}
          checked={badge}
          onChange={(event) => setBadge(event.currentTarget.checked)}
        />
      )}
      <Checkbox
        label={t("sound.label")}
        description={t("sound.hint")}
        checked={sound}
        onChange={(event) => handleSound(event.currentTarget.checked)}
      />
    </>
  );
}
