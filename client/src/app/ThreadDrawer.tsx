import { useTranslation } from "react-i18next";
import { Thread } from "../features/messages/Thread";
import { Drawer } from "../kernel/ui";
import { useDrawer } from "./useDrawer";

export function ThreadDrawer({ messageId }: { messageId: string }) {
  const { t } = useTranslation("app");
  const { close } = useDrawer();
  return (
    <Drawer label={t("thread")} title={t("thread")} onClose={close}>
      <Thread messageId={messageId} />
    </Drawer>
  );
}
