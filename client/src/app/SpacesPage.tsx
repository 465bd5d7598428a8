import { Stack, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSpaceName } from "../features/spaces/spaceName";
import type { SpaceRow } from "../kernel/replica";
import { useTitle } from "../kernel/ui";
import classes from "./Sidebar.module.css";
import { SpaceMark } from "./SpaceMark";
import { useSpaces } from "./useSpaces";

/** All spaces as a list: what the sidebar is on a phone. */
export function SpacesPage() {
  const { t } = useTranslation("app");
  const { pinned, others, direct } = useSpaces();
  useTitle(t("spaces"));
  return (
    <Stack p="md" gap={0}>
      <Title order={1}>{t("spaces")}</Title>
      {[...pinned, ...others, ...direct].map((space) => (
        <Row key={space.id} space={space} />
      ))}
    </Stack>
  );
}

function Row({ space }: { space: SpaceRow }) {
  return (
    <Link to="/s/$spaceId/board" params={{ spaceId: space.id }} className={classes.place}>
      <SpaceMark space={space} />
      <span className={classes.name}>{useSpaceName(space)}</span>
    </Link>
  );
}
