import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

/** Where Mantine opens menus, lists and dialogs: a landmark for as long as something is open, so that it stands in no no-man's-land. */
export function PortalRoom() {
  const { t } = useTranslation("kernel");
  const room = useRef<HTMLDivElement>(null);
  const [filled, setFilled] = useState(false);

  useEffect(() => {
    const node = room.current;
    if (!node) return;
    const watch = new MutationObserver(() => setFilled(node.childElementCount > 0));
    watch.observe(node, { childList: true });
    return () => watch.disconnect();
  }, []);

  return (
    <div
      ref={room}
      data-portal="true"
      data-mantine-shared-portal-node="true"
      {...(filled && { role: "region", "aria-label": t("opened") })}
    />
  );
}
