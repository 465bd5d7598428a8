import { MantineProvider } from "@mantine/core";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../kernel/session/session";
import { HintRoom } from "../kernel/ui/HintRoom";
import { PortalRoom } from "../kernel/ui/PortalRoom";
import { ToastRoom } from "../kernel/ui/ToastRoom";
import { themeIn, variables } from "../kernel/ui/theme";
import { router } from "./router";

export function App() {
  const { phase } = useSession();
  const { t } = useTranslation("kernel");
  const close = t("close");
  const theme = useMemo(() => themeIn({ close }), [close]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the session may lead elsewhere
  useEffect(() => {
    void router.invalidate();
  }, [phase]);

  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <RouterProvider router={router} />
      <PortalRoom />
      <ToastRoom />
      <HintRoom />
    </MantineProvider>
  );
}
