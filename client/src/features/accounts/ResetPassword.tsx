import { Button, Stack, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { Request } from "../../kernel/api/types";
import { ProblemNote, TextLink } from "../../kernel/ui";
import { codeInAddress } from "./codeInAddress";
import { NewPassword } from "./NewPassword";
import { PublicPage } from "./PublicPage";
import { useSending } from "./useSending";

/** What the mail of a forgotten password leads to. */
export function ResetPassword() {
  const { t } = useTranslation("accounts");
  const [code] = useState(codeInAddress);
  const [password, setPassword] = useState("");
  const [done, setDone] = useState(false);
  const { busy, problem, send } = useSending();

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setDone(
      await send(() =>
        call("PUT", "/password-resets", { body: { code, password } satisfies Request<"ResetPassword"> }),
      ),
    );
  };

  return (
    <PublicPage title={t("reset.title")}>
      {done ? (
        <Text role="status">{t("reset.done")}</Text>
      ) : (
        <form onSubmit={handleSubmit}>
          <Stack>
            <NewPassword label={t("newPassword")} value={password} onChange={setPassword} words={[]} />
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
