import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { useSession } from "../kernel/session/session";
import { theme, variables } from "../kernel/ui/theme";
import { router } from "./router";

export function App() {
  const { phase } = useSession();

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the session may lead elsewhere
  useEffect(() => {
    void router.invalidate();
  }, [phase]);

  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <RouterProvider router={router} />
      <Notifications position="bottom-left" limit={3} />
    </MantineProvider>
  );
}
