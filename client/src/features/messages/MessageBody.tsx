import { memo, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Dressing, dress, hasCode } from "./dress";
import "./prose.css";

type Highlight = Dressing["highlight"];

let highlight: Highlight;

/** Rendered text. Clicks on mentions and links of ours are taken by `useLinks`, once per stream. */
export const MessageBody = memo(function MessageBody({ html }: { html: string }) {
  const { t } = useTranslation("messages");
  const [colours, setColours] = useState<{ of: Highlight }>({ of: highlight });
  const wanted = hasCode(html) && !colours.of;

  useEffect(() => {
    if (!wanted) return;
    void import("./code").then((file) => {
      highlight = file.highlighted;
      setColours({ of: highlight });
    });
  }, [wanted]);

  const dressed = dress(html, {
    highlight: hasCode(html) ? colours.of : undefined,
    words: { task: t("task"), code: t("code") },
  });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the server, or made here with everything escaped
  return <div className="prose" dangerouslySetInnerHTML={{ __html: dressed }} />;
});
