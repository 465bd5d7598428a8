import { Stack } from "@mantine/core";
import { Invitations } from "./Invitations";
import { PeopleDirectory } from "./PeopleDirectory";

/** Who is in the workspace, and who is invited. */
export function PeopleSettings() {
  return (
    <Stack gap="lg">
      <Invitations />
      <PeopleDirectory />
    </Stack>
  );
}
