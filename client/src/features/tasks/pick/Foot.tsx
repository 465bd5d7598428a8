import { Button, Group } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface FootProps {
  icon: ReactNode;
  onClick: () => void;
  children: ReactNode;
}

/** The one act at the foot of a popover. */
export function Foot({ icon, onClick, children }: FootProps) {
  return (
    <Group px={4} pb={4}>
      <Button
        fullWidth
        justify="flex-start"
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={icon}
        onClick={onClick}
      >
        {children}
      </Button>
    </Group>
  );
}

/** Back to what stood in the popover before; `children` names it where there is more than one way. */
export function Back({ onClick, children }: { onClick: () => void; children?: ReactNode }) {
  const { t } = useTranslation("tasks");
  return (
    <Foot icon={<IconArrowLeft size={16} stroke={1.6} />} onClick={onClick}>
      {children ?? t("back")}
    </Foot>
  );
}
