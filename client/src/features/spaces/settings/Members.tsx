import { ActionIcon, Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconUserMinus, IconUserPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { SpaceRole } from "../../../kernel/api/types";
import { type SpaceRow, useMe, useSubmit } from "../../../kernel/replica";
import { cityOf } from "../../../kernel/text/zones";
import { Face, offerUndo, PendingMark } from "../../../kernel/ui";
import classes from "../SpaceSettings.module.css";
import { appoint, removeMember, takeIn } from "../seatMember";
import { type Member, useMembers } from "../useMembers";
import { rolesOf } from "./rolesOf";

const AddPeople = lazy(() => import("./AddPeople").then((file) => ({ default: file.AddPeople })));

/** Who is in the space and as what. */
export function Members({ space }: { space: SpaceRow }) {
  const { t } = useTranslation("spaceSettings");
  const members = useMembers(space.id);
  const admins = members?.filter(({ seat }) => seat.role === "admin").length ?? 0;
  const [adding, { open, close }] = useDisclosure(false);
  const mayInvite = space.can.includes("member.invite");
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>
        {t("members.title")} <span className={classes.count}>{members?.length}</span>
        {mayInvite && !adding && (
          <Button
            ml="auto"
            size="compact-sm"
            variant="default"
            leftSection={<IconUserPlus size={16} stroke={1.6} aria-hidden />}
            onClick={open}
          >
            {t("members.add")}
          </Button>
        )}
      </h3>
      {adding && (
        <Suspense>
          <AddPeople space={space} memberIds={space.memberIds} onClose={close} />
        </Suspense>
      )}
      <ul className={classes.rows}>
        {members?.map((member) => (
          <MemberRow key={member.seat.id} space={space} member={member} admins={admins} />
        ))}
      </ul>
    </section>
  );
}

interface MemberRowProps {
  space: SpaceRow;
  member: Member;
  admins: number;
}

function MemberRow({ space, member: { seat, person }, admins }: MemberRowProps) {
  const { t } = useTranslation("spaceSettings");
  const me = useMe();
  const submit = useSubmit();
  const manages = space.can.includes("member.manage");
  const roles = manages ? rolesOf(seat.role, person.workspaceRole, admins) : [];
  const others = manages && person.id !== me.id;
  const handleRemove = async () => {
    await submit(removeMember(space, person.id));
    offerUndo(t("members.removed", { name: person.name }), () => void submit(takeIn(space, person, seat.role)));
  };
  return (
    <li className={classes.row}>
      <Face person={person} size={32} decorative />
      <span className={classes.who}>
        <span className={classes.name}>
          <Link to="/p/$personId" params={{ personId: person.id }} className={classes.link}>
            {person.name}
          </Link>{" "}
          {person.id === me.id && <span className={classes.count}>{t("members.me")}</span>}{" "}
          <PendingMark table="members" row={seat} />
        </span>
        <span className={classes.role}>{[person.roleText, cityOf(person.zone)].filter(Boolean).join(" · ")}</span>
      </span>
      {roles.length > 1 ? (
        <RoleMenu
          name={person.name}
          role={seat.role}
          roles={roles}
          onRole={(role) => void submit(appoint(space, person.id, role))}
        />
      ) : (
        <span className={classes.role}>{t(`roles.${seat.role}`)}</span>
      )}
      {others && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("members.removeOf", { name: person.name })}
          data-hint={t("members.removeOf", { name: person.name })}
          onClick={() => void handleRemove()}
        >
          <IconUserMinus size={18} stroke={1.6} />
        </ActionIcon>
      )}
    </li>
  );
}

interface RoleMenuProps {
  name: string;
  role: SpaceRole;
  roles: SpaceRole[];
  onRole: (role: SpaceRole) => void;
}

function RoleMenu({ name, role, roles, onRole }: RoleMenuProps) {
  const { t } = useTranslation("spaceSettings");
  return (
    <Menu position="bottom-end" width={260} shadow="md" keepMounted={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          fw={500}
          rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
          aria-label={t("members.roleOf", { name, role: t(`roles.${role}`) })}
        >
          {t(`roles.${role}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {roles.map((one) => (
          <Menu.Item key={one} disabled={one === role} onClick={() => onRole(one)}>
            {t(`roles.${one}`)}
            <span className={classes.role} style={{ display: "block", whiteSpace: "normal" }}>
              {t(`roleHints.${one}`)}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
