import { Menu } from "@mantine/core";
import { IconFocus2, IconLogout, IconSettings, IconShieldLock, IconUser } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../kernel/replica";
import { Face } from "../kernel/ui";
import classes from "./Sidebar.module.css";
import { toFocus } from "./toFocus";

const icon = { size: 18, stroke: 1.6, "aria-hidden": true } as const;

/** What is mine, at the foot of the sidebar: my page, my settings, the way out. */
export function PersonMenu({ narrow, onSignOut }: { narrow: boolean; onSignOut: () => void }) {
  const { t } = useTranslation("app");
  const { id, person } = useMe();
  return (
    <Menu position="top-start" width={220} shadow="md" keepMounted={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button
          type="button"
          className={classes.place}
          aria-label={narrow ? t("meMenu", { name: person.name }) : undefined}
          data-hint={narrow ? person.name : undefined}
        >
          <Face person={person} size={20} decorative />
          <span className={classes.name}>{person.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={`/p/${id}`} leftSection={<IconUser {...icon} />}>
          {t("myPage")}
        </Menu.Item>
        <Menu.Item component={Link} to="." search={toFocus as never} leftSection={<IconFocus2 {...icon} />}>
          {t("focusNow")}
        </Menu.Item>
        <Menu.Item component={Link} to="/settings" leftSection={<IconSettings {...icon} />}>
          {t("settings")}
        </Menu.Item>
        <Menu.Item component={Link} to="/settings/security" leftSection={<IconShieldLock {...icon} />}>
          {t("security")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={onSignOut} leftSection={<IconLogout {...icon} />}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
