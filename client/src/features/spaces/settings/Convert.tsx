import { Button, Group, Radio, Stack, TextInput } from "@mantine/core";
import "@mantine/core/styles/Radio.layer.css";
import { useDisclosure } from "@mantine/hooks";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../kernel/api/call";
import { longest } from "../../../kernel/api/lengths";
import type { Request } from "../../../kernel/api/types";
import type { SpaceRow } from "../../../kernel/replica";
import { ProblemNote, tell } from "../../../kernel/ui";
import classes from "../SpaceSettings.module.css";

type History = Request<"ConvertSpace">["history"];

/** Makes a direct space a group that others can join; how much of what was said they will see is decided now. */
export function Convert({ space }: { space: SpaceRow }) {
  const { t } = useTranslation("spaceSettings");
  const [opened, { open, close }] = useDisclosure(false);
  const [name, setName] = useState("");
  const [history, setHistory] = useState<History>("none");
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const body: Request<"ConvertSpace"> = { name: name.trim(), history };
      await call("POST", `/spaces/${space.id}/conversion`, { body });
      tell(t("convert.done", { name: name.trim() }));
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t("convert.title")}</h3>
      <p className={classes.about}>{t("convert.text")}</p>
      {opened ? (
        <form onSubmit={handleSubmit}>
          <Stack gap="sm">
            <TextInput
              label={t("about.name")}
              required
              autoFocus
              maxLength={longest.spaceName}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Radio.Group
              label={t("convert.history")}
              value={history}
              onChange={(value) => setHistory(value as History)}
            >
              <Stack gap={8} mt={4}>
                <Radio value="none" label={t("convert.none")} />
                <Radio value="all" label={t("convert.all")} />
              </Stack>
            </Radio.Group>
            <ProblemNote error={problem} />
            <Group>
              <Button type="submit" loading={busy} disabled={name.trim() === ""}>
                {t("convert.do")}
              </Button>
              <Button variant="default" onClick={close}>
                {t("cancel")}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Group>
          <Button variant="default" onClick={open}>
            {t("convert.ask")}
          </Button>
        </Group>
      )}
    </section>
  );
}
