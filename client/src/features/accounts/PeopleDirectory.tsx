import { Button, Group, Menu, Text, TextInput, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { PersonResponse, Request, WorkspaceRole } from "../../kernel/api/types";
import { usePages } from "../../kernel/api/usePages";
import { useMe } from "../../kernel/replica";
import { cityOf } from "../../kernel/text/zones";
import { Empty, Face, ProblemNote, TextLink } from "../../kernel/ui";
import { RemovePerson } from "./RemovePerson";
import { ResetLink } from "./ResetLink";
import classes from "./SettingsFrame.module.css";
import { standingsOf } from "./standingsOf";

export function PeopleDirectory() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text, 200);
  const { items, problem, more, again } = usePages<PersonResponse>(`/people?text=${encodeURIComponent(asked)}`);
  const [failed, setFailed] = useState<unknown>();
  const [leaving, setLeaving] = useState<PersonResponse>();
  const [resetting, setResetting] = useState<PersonResponse>();
  const owns = me.can.includes("workspace.own");
  const changeRole = (person: PersonResponse, workspaceRole: WorkspaceRole) =>
    call("PATCH", `/people/${person.id}`, { body: { workspaceRole } satisfies Request<"AppointPerson"> }).then(
      again,
      setFailed,
    );

  return (
    <section className={classes.section}>
      <Title order={2}>{t("people.title")}</Title>
      <TextInput
        aria-label={t("people.find")}
        placeholder={t("people.find")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ProblemNote error={failed ?? problem} again={again} />
      {items?.length === 0 && <Empty>{t("people.none")}</Empty>}
      <ul className={classes.rows}>
        {items?.map((person) => (
          <li key={person.id} className={classes.row}>
            <Face person={person} size={32} decorative />
            <div className={classes.grow}>
              {person.former ? (
                <Text fw={500}>{t("people.former")}</Text>
              ) : (
                <TextLink to="/p/$personId" params={{ personId: person.id }} fw={500} c="inherit">
                  {person.name}
                </TextLink>
              )}
              <Text size="xs" c="dimmed">
                {[person.roleText, cityOf(person.zone)].filter(Boolean).join(" · ")}
              </Text>
            </div>
            {standingsOf(me, person).length > 0 ? (
              <RoleMenu
                person={person}
                roles={standingsOf(me, person)}
                onRole={(role) => changeRole(person, role)}
                onReset={owns ? () => setResetting(person) : undefined}
                onRemove={() => setLeaving(person)}
              />
            ) : (
              <Text size="sm" c="dimmed">
                {t(`roles.${person.workspaceRole}`)}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {more && (
        <Group justify="center">
          <Button variant="default" onClick={more}>
            {t("more")}
          </Button>
        </Group>
      )}
      <ResetLink person={resetting} onClose={() => setResetting(undefined)} />
      <RemovePerson person={leaving} onClose={() => setLeaving(undefined)} onRemoved={again} />
    </section>
  );
}

interface RoleMenuProps {
  person: PersonResponse;
  roles: WorkspaceRole[];
  onRole: (role: WorkspaceRole) => void;
  onReset?: () => void;
  onRemove: () => void;
}

function RoleMenu({ person, roles, onRole, onReset, onRemove }: RoleMenuProps) {
  const { t } = useTranslation("accounts");
  const role = t(`roles.${person.workspaceRole}`);
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          fw={500}
          rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
          aria-label={t("people.roleOf", { name: person.name, role })}
        >
          {role}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {roles.map((one) => (
          <Menu.Item key={one} disabled={one === person.workspaceRole} onClick={() => onRole(one)}>
            {t(`roles.${one}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {onReset && <Menu.Item onClick={onReset}>{t("people.reset")}</Menu.Item>}
        <Menu.Item onClick={onRemove} c="var(--mantine-color-error)">
          {t("people.remove")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
