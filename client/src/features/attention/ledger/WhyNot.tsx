import { Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { WhyNotResponse } from "../../../kernel/api/types";
import { useAnswer } from "../../../kernel/api/useAnswer";
import { useMe, useRows } from "../../../kernel/replica";
import { exactTime } from "../../../kernel/text/dates";
import { ProblemNote, TextLink, useReturnFocus } from "../../../kernel/ui";
import { cameAt, whyWords } from "./whyWords";

/** Why I did not know of a message or a task: one of six reasons, in words and with its times. */
export function WhyNot({ itemId, onClose }: { itemId: string; onClose: () => void }) {
  const { t } = useTranslation("why");
  useReturnFocus();
  const { data, problem, again } = useAnswer<WhyNotResponse>(`/ledger/why?itemId=${itemId}`);
  return (
    <Modal
      opened
      onClose={onClose}
      returnFocus={false}
      title={t("ask")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <ProblemNote error={problem} again={again} />
      <div role="status">{data && <Reason answer={data} />}</div>
      <TextLink to="/settings/ledger" mt="md" display="inline-block" size="sm">
        {t("toLedger")}
      </TextLink>
    </Modal>
  );
}

function Reason({ answer }: { answer: WhyNotResponse }) {
  const { t } = useTranslation("why");
  const { zone } = useMe().person;
  const by = useRows(async (db) => ({ name: answer.byId ? (await db.people.get(answer.byId))?.name : "" }), [answer]);
  const { key, count, at, until } = whyWords(answer);
  const came = cameAt(answer);
  const when = (moment: string) => exactTime(moment, zone);
  if (!by) return null;
  const said = { who: by.name || t("somebody"), count, at: when(at), until: until ? when(until) : "" };
  return (
    <Stack gap="xs">
      <Text>{t(key, said)}</Text>
      {came && <Text c="dimmed">{t("came", { at: when(came) })}</Text>}
      {answer.reason === "lapsed" && answer.ifSilent && <Text>{t("ifSilent", { what: answer.ifSilent })}</Text>}
    </Stack>
  );
}
