import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import { longest } from "../../kernel/api/lengths";
import type { InvitationPreviewResponse, MeResponse, Request } from "../../kernel/api/types";
import { newId } from "../../kernel/replica";
import { signedIn, useSession } from "../../kernel/session/session";
import { deviceLanguage } from "../../kernel/text/text";
import { ProblemNote, TextLink } from "../../kernel/ui";
import { browserZone, codeInAddress } from "./codeInAddress";
import { NewPassword } from "./NewPassword";
import { PublicPage } from "./PublicPage";
import { useSending } from "./useSending";

/** What an invitation link opens: who invites to what, and the few things a new account needs. */
export function Join() {
  const { t } = useTranslation("accounts");
  const session = useSession();
  const navigate = useNavigate();
  const [code] = useState(codeInAddress);
  const [id] = useState(newId);
  const [preview, setPreview] = useState<InvitationPreviewResponse>();
  const form = useForm({ initialValues: { name: "", email: "", password: "" } });
  const { busy, problem, send } = useSending();

  useEffect(() => {
    void send(async () => {
      const { data } = await call<InvitationPreviewResponse>("POST", "/invitation-previews", {
        body: { code } satisfies Request<"PreviewInvitation">,
      });
      setPreview(data);
    });
  }, [code, send]);

  const join = (account: Omit<Request<"JoinWorkspace">, "code">) =>
    send(async () => {
      const body: Request<"JoinWorkspace"> = { code, ...account };
      const { data } = await call<MeResponse>("POST", "/joinings", { body });
      await signedIn(data);
      void navigate({ to: "/", replace: true });
    });
  const handleSubmit = form.onSubmit((values) =>
    join({ id, ...values, zone: browserZone(), language: deviceLanguage() }),
  );

  if (!preview) {
    return (
      <PublicPage title={t("join.title")}>
        <ProblemNote error={problem} />
        {problem !== undefined && <Text c="dimmed">{t("join.askAgain")}</Text>}
      </PublicPage>
    );
  }
  const { workspaceName, invitedBy, spaceNames } = preview;
  const spaces = new Intl.ListFormat(document.documentElement.lang).format(spaceNames);
  return (
    <PublicPage title={t("join.to", { workspace: workspaceName })}>
      <Text>
        {spaceNames.length > 0 ? t("join.byInto", { name: invitedBy, spaces }) : t("join.by", { name: invitedBy })}
      </Text>
      {session.phase === "signedIn" ? (
        <>
          <ProblemNote error={problem} />
          <Button loading={busy} onClick={() => join({})}>
            {t("join.do")}
          </Button>
        </>
      ) : (
        <form onSubmit={handleSubmit}>
          <Stack>
            {/* First: whoever fills in the form becomes somebody new. */}
            <TextLink to="/sign-in" search={{ next: `/join#${encodeURIComponent(code)}` }}>
              {t("join.haveAccount")}
            </TextLink>
            <TextInput
              label={t("yourName")}
              autoComplete="name"
              required
              autoFocus
              maxLength={longest.personName}
              {...form.getInputProps("name")}
            />
            <TextInput
              label={t("email")}
              type="email"
              autoComplete="username"
              required
              {...form.getInputProps("email")}
            />
            <NewPassword
              label={t("password")}
              value={form.values.password}
              onChange={(next) => form.setFieldValue("password", next)}
              words={[workspaceName, form.values.name, form.values.email]}
            />
            <ProblemNote error={problem} />
            <Button type="submit" loading={busy}>
              {t("join.do")}
            </Button>
          </Stack>
        </form>
      )}
    </PublicPage>
  );
}
