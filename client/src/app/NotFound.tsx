import { Button, Stack, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Empty, ProblemNote, TextLink } from "../kernel/ui";

export function NotFound() {
  const { t } = useTranslation("app");
  return (
    <Stack component="main" align="center" pt={64} gap={0}>
      <Title order={1}>{t("notFound.title")}</Title>
      <Empty action={<TextLink to="/">{t("notFound.home")}</TextLink>}>{t("notFound.text")}</Empty>
    </Stack>
  );
}

export function Trouble({ error }: { error: unknown }) {
  const { t } = useTranslation("app");
  return (
    <Stack component="main" align="center" pt={64} gap="md" px="md">
      <Title order={1}>{t("trouble.title")}</Title>
      <ProblemNote error={error} />
      <Button onClick={() => location.reload()}>{t("trouble.reload")}</Button>
    </Stack>
  );
}
