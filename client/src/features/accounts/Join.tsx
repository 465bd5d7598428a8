import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, read } from "../../kernel/api/call";
import { longest } from "../../kernel/api/lengths";
import { asProblem } from "../../kernel/api/problem";
import type { InvitationPreviewResponse, MeResponse, Request, SpaceResponse } from "../../kernel/api/types";
import { newId } from "../../kernel/replica";
import { signedIn, useSession } from "../../kernel/session/session";
import { listed } from "../../kernel/text/listed";
import { deviceLanguage } from "../../kernel/text/text";
import { ProblemNote, TextLink } from "../../kernel/ui";
import { browserZone, codeInAddress } from "./codeInAddress";
import { NewPassword } from "./NewPassword";
import { PublicPage } from "./PublicPage";
import { useAccountForm } from "./useAccountForm";
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

  const join = async (account: Omit<Request<"JoinWorkspace">, "code">) => {
    const body: Request<"JoinWorkspace"> = { code, ...account };
    const { data } = await call<MeResponse>("POST", "/joinings", { body });
    await signedIn(data);
    const spaceId = await firstOf(preview?.spaceNames ?? []);
    await (spaceId
      ? navigate({ to: "/s/$spaceId", params: { spaceId }, replace: true })
      : navigate({ to: "/", replace: true }));
  };
  const account = useAccountForm(() => join({ id, ...form.values, zone: browserZone(), language: deviceLanguage() }));

  if (!preview) {
    return (
      <PublicPage title={t("join.title")}>
        <ProblemNote error={problem} />
        {problem !== undefined && (
          <>
            {asProblem(problem).code === "invitation-not-found" && <Text c="dimmed">{t("join.askAgain")}</Text>}
            {session.phase === "signedIn" ? (
              <TextLink to="/" ta="center">
                {t("join.home")}
              </TextLink>
            ) : (
              <TextLink to="/sign-in" ta="center">
                {t("join.haveAccount")}
              </TextLink>
            )}
          </>
        )}
      </PublicPage>
    );
  }
  const { workspaceName, invitedBy, spaceNames } = preview;
  const spaces = listed(spaceNames);
  return (
    <PublicPage title={t("join.to", { workspace: workspaceName })}>
      <Text>
        {spaceNames.length > 0 ? t("join.byInto", { name: invitedBy, spaces }) : t("join.by", { name: invitedBy })}
      </Text>
      {session.phase === "signedIn" ? (
        <>
          <ProblemNote error={problem} />
          <Button loading={busy} onClick={() => void send(() => join({}))}>
            {t("join.do")}
          </Button>
        </>
      ) : (
        <form {...account.form}>
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
              {...account.errorOf("name")}
            />
            <TextInput
              label={t("email")}
              type="email"
              autoComplete="username"
              required
              {...form.getInputProps("email")}
              {...account.errorOf("email")}
            />
            <NewPassword
              label={t("password")}
              value={form.values.password}
              onChange={(next) => form.setFieldValue("password", next)}
              words={[workspaceName, form.values.name, form.values.email]}
              {...account.errorOf("password")}
            />
            <ProblemNote error={account.problem} />
            <Button type="submit" loading={account.busy}>
              {t("join.do")}
            </Button>
          </Stack>
        </form>
      )}
    </PublicPage>
  );
}

/** Where somebody lands who was invited to spaces; without an answer they land at home. */
async function firstOf(names: string[]): Promise<string | undefined> {
  const mine = await read<SpaceResponse[]>("/spaces").catch(() => []);
  return mine.find((space) => space.kind === "group" && names.includes(space.name))?.id;
}
