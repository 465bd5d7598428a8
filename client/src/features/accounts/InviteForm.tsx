import { Button, CopyButton, Group, MultiSelect, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { InvitationResponse, Request, WorkspaceRole } from "../../kernel/api/types";
import { newId, useMe, useRows } from "../../kernel/replica";
import { ProblemNote } from "../../kernel/ui";
import { useSending } from "./useSending";

const dayMs = 86_400_000;

export interface InviteFormProps {
  /** Where it leads to; without it one chooses. */
  spaceId?: string;
  onMade?: () => void;
  onClose: () => void;
}

/** Makes an invitation; its link is shown this once. */
export function InviteForm({ spaceId, onMade, onClose }: InviteFormProps) {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const invitesMembers = me.can.includes("workspace.invite");
  const spaces = useRows((db) => db.spaces.filter((one) => one.can.includes("member.invite")).toArray(), []);
  const form = useForm({
    initialValues: {
      role: (invitesMembers ? "member" : "guest") as WorkspaceRole,
      spaceIds: spaceId ? [spaceId] : ([] as string[]),
      days: "7",
      uses: "1",
      email: "",
    },
    validate: {
      spaceIds: (ids, { role }) => (role === "guest" && ids.length === 0 ? t("invitations.needsSpace") : null),
    },
  });
  const [made, setMade] = useState<InvitationResponse>();
  const { busy, problem, send } = useSending();

  const handleSubmit = form.onSubmit(({ role, spaceIds, days, uses, email }) =>
    send(async () => {
      const body: Request<"InvitePeople"> = {
        id: newId(),
        role,
        spaceIds,
        spaceRole: role === "guest" ? "guest" : "member",
        expiresAt: new Date(Date.now() + Number(days) * dayMs).toISOString(),
        uses: uses === "many" ? null : 1,
        email: email.trim() || null,
      };
      setMade((await call<InvitationResponse>("POST", "/invitations", { body })).data);
      onMade?.();
    }),
  );

  if (made) return <MadeInvitation invitation={made} onClose={onClose} />;
  const roles = invitesMembers ? (["member", "admin", "guest"] as const) : (["guest"] as const);
  return (
    <form onSubmit={handleSubmit}>
      <Stack gap="sm">
        <Select
          label={t("invitations.role")}
          description={t(`invitations.roleHint.${form.values.role as "member"}`)}
          allowDeselect={false}
          // The button that opened the form is gone.
          autoFocus
          openOnFocus={false}
          data={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          {...form.getInputProps("role")}
        />
        {!spaceId && (
          <MultiSelect
            label={t("invitations.spaces")}
            searchable
            data={(spaces ?? []).map((space) => ({ value: space.id, label: space.name }))}
            {...form.getInputProps("spaceIds")}
          />
        )}
        <Group grow>
          <Select
            label={t("invitations.expires")}
            allowDeselect={false}
            data={["1", "7", "30"].map((value) => ({ value, label: t("invitations.days", { count: Number(value) }) }))}
            {...form.getInputProps("days")}
          />
          <Select
            label={t("invitations.for")}
            allowDeselect={false}
            data={[
              { value: "1", label: t("invitations.one") },
              { value: "many", label: t("invitations.many") },
            ]}
            {...form.getInputProps("uses")}
          />
        </Group>
        {me.mail && (
          <TextInput
            label={t("invitations.email")}
            description={t("invitations.emailHint")}
            type="email"
            {...form.getInputProps("email")}
          />
        )}
        <ProblemNote error={problem} />
        <Group>
          <Button type="submit" loading={busy}>
            {t("invitations.make")}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function MadeInvitation({ invitation, onClose }: { invitation: InvitationResponse; onClose: () => void }) {
  const { t } = useTranslation("accounts");
  return (
    <Stack gap="sm" role="status">
      <Text>{t("invitations.made")}</Text>
      <Group wrap="nowrap" align="flex-end">
        <TextInput
          flex={1}
          label={t("invitations.link")}
          readOnly
          // What one came for; the button that made it is gone.
          autoFocus
          value={invitation.link ?? ""}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={invitation.link ?? ""}>
          {({ copied, copy }) => <Button onClick={copy}>{t(copied ? "copied" : "copy")}</Button>}
        </CopyButton>
      </Group>
      <Group>
        <Button variant="default" onClick={onClose}>
          {t("done")}
        </Button>
      </Group>
    </Stack>
  );
}
