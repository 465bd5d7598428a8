import { useMantineColorScheme } from "@mantine/core";
import { useEffect } from "react";
import { useMe } from "../kernel/replica";
import { speak } from "../kernel/text/text";

/** Language and theme are the person's, on whatever device. */
export function useMySettings() {
  const { language, theme } = useMe();
  const { setColorScheme } = useMantineColorScheme();

  useEffect(() => void speak(language), [language]);
  useEffect(() => setColorScheme(theme), [theme, setColorScheme]);
}
