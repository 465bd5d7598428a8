import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { Request } from "../../kernel/api/types";
import { ProblemNote, TextLink } from "../../kernel/ui";
import { codeInAddress } from "./codeInAddress";
import { NewPassword } from "./NewPassword";
import { PublicPage } from "./PublicPage";
import { useAccountForm } from "./useAccountForm";

/** What the mail of a forgotten password leads to. */
export function ResetPassword() {
  const { t } = useTranslation("accounts");
  const [code] = useState(codeInAddress);
  const [password, setPassword] = useState("");
  const [done, setDone] = useState(false);
  const { form, errorOf, busy, problem } = useAccountForm(async () => {
    await call("PUT", "/password-resets", { body: { code, password } satisfies Request<"ResetPassword"> });
    setDone(true);
  });

  return (
    <PublicPage title={t("reset.title")}>
      {done ? (
        <Text role="status">{t("reset.done")}</Text>
      ) : (
        <form {...form}>
          <Stack>
            <NewPassword
              label={t("newPassword")}
              value={password}
              onChange={setPassword}
              words={[]}
              {...errorOf("password")}
            />
            <ProblemNote error={problem} />
            <Button type="submit" loading={busy}>
              {t("reset.do")}
            </Button>
          </Stack>
        </form>
      )}
      <TextLink to={done ? "/sign-in" : "/forgotten"} ta="center">
        {t(done ? "toSignIn" : "reset.askAgain")}
      </TextLink>
    </PublicPage>
  );
}
