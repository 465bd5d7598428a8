import { MantineProvider } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Empty } from "../kernel/ui";
import { themeIn, variables } from "../kernel/ui/theme";

/** Instead of an empty page where the browser keeps nothing for this site. */
export function Blocked() {
  const { t } = useTranslation("app");
  return (
    <MantineProvider theme={themeIn({ close: "" })} cssVariablesResolver={variables} defaultColorScheme="auto">
      <main>
        <Empty>{t("blocked")}</Empty>
      </main>
    </MantineProvider>
  );
}
