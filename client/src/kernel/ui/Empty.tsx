import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

/** One sentence what this place is for, and one thing to do. */
export function Empty({ icon, children, action }: { icon?: ReactNode; children: ReactNode; action?: ReactNode }) {
  return (
    <Stack align="center" gap="md" py={48} px="md">
      {icon}
      <Text c="dimmed" ta="center" maw={420} style={{ overflowWrap: "anywhere" }}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
