import { Text } from "@mantine/core";
import { useRows } from "../../kernel/replica";

export function SpaceSettings({ spaceId }: { spaceId: string }) {
  const space = useRows((db) => db.spaces.get(spaceId), [spaceId]);
  return <Text p="md">{space?.description}</Text>;
}
