import { Button, Group, Text, Title } from "@mantine/core";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { NewSpace } from "../features/spaces/NewSpace";
import { useSpaceName } from "../features/spaces/spaceName";
import { type SpaceRow, useMe } from "../kernel/replica";
import { Empty, useTitle } from "../kernel/ui";
import { SpaceMark } from "./SpaceMark";
import classes from "./SpacesPage.module.css";
import { useSpaces } from "./useSpaces";

/** All spaces as a list: what the sidebar is on a phone, and the way to archived ones. */
export function SpacesPage() {
  const { t } = useTranslation("app");
  const me = useMe();
  const { new: making } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { pinned, others, direct, archived } = useSpaces();
  const mayCreate = me.can.includes("space.create");
  useTitle(t("spaces"));
  const handleNew = (kind: "group" | "direct") => void navigate({ to: "/spaces", search: { new: kind } });
  const handleClose = () => void navigate({ to: "/spaces", replace: true });

  return (
    <div className={classes.page}>
      <Group justify="space-between">
        <Title order={1}>{t("spaces")}</Title>
        {mayCreate && (
          <Group gap="xs">
            <Button variant="default" onClick={() => handleNew("direct")}>
              {t("newMessage")}
            </Button>
            <Button onClick={() => handleNew("group")}>{t("newSpace")}</Button>
          </Group>
        )}
      </Group>
      {making === "group" && !mayCreate && (
        <Text role="status" c="dimmed">
          {t("guestsMakeNone")}
        </Text>
      )}
      {others.length + pinned.length + direct.length === 0 && <Empty>{t("noSpaces")}</Empty>}
      <Section label={t("pinned")} spaces={pinned} />
      <Section label={t("spaces")} spaces={others} />
      <Section label={t("direct")} spaces={direct} />
      <Section label={t("archived")} spaces={archived} />
      <NewSpace opened={making === "group" && mayCreate} onClose={handleClose} />
    </div>
  );
}

function Section({ label, spaces }: { label: string; spaces: SpaceRow[] }) {
  if (spaces.length === 0) return null;
  return (
    <div>
      <h2 className={classes.label}>{label}</h2>
      {spaces.map((space) => (
        <Row key={space.id} space={space} />
      ))}
    </div>
  );
}

function Row({ space }: { space: SpaceRow }) {
  const name = useSpaceName(space);
  return (
    <Link to="/s/$spaceId" params={{ spaceId: space.id }} className={classes.row}>
      <SpaceMark space={space} />
      <span className={classes.name}>{name}</span>
      <span className={classes.about}>{space.description}</span>
    </Link>
  );
}
