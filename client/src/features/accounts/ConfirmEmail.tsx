import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { Request } from "../../kernel/api/types";
import { ProblemNote, TextLink } from "../../kernel/ui";
import { codeInAddress } from "./codeInAddress";
import { PublicPage } from "./PublicPage";
import { useSending } from "./useSending";

/** By a button, since mail scanners open links too. */
export function ConfirmEmail() {
  const { t } = useTranslation("accounts");
  const [code] = useState(codeInAddress);
  const [done, setDone] = useState(false);
  const { busy, problem, send } = useSending();
  const handleConfirm = async () =>
    setDone(
      await send(() => call("POST", "/email-confirmations", { body: { code } satisfies Request<"ConfirmEmail"> })),
    );

  return (
    <PublicPage title={t("confirmEmail.title")}>
      <Text role="status">{t(done ? "confirmEmail.done" : "confirmEmail.text")}</Text>
      <ProblemNote error={problem} />
      {done ? (
        <TextLink to="/">{t("confirmEmail.open")}</TextLink>
      ) : (
        <Button loading={busy} onClick={handleConfirm}>
          {t("confirmEmail.do")}
        </Button>
      )}
    </PublicPage>
  );
}
