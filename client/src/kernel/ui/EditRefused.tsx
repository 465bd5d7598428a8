import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type OutboxEntry, retry, useReplica, type WrittenField, withWords, wordsIn } from "../replica";

const long: WrittenField[] = ["text", "description", "body"];

/** What was refused, in its fields, to be put right and sent again. */
export function EditRefused({ entry, onDone }: { entry: OutboxEntry; onDone: () => void }) {
  const { t } = useTranslation("kernel");
  const db = useReplica();
  const [refused] = useState(() => wordsIn(entry.body));
  const [words, setWords] = useState(refused);
  const fields = Object.keys(words) as WrittenField[];

  const handleSend = (event: FormEvent) => {
    event.preventDefault();
    void retry(db, entry.seq, withWords(entry, words));
    onDone();
  };
  return (
    <form onSubmit={handleSend}>
      <Stack gap="xs">
        {fields.map((field, index) => {
          const isNumber = typeof refused[field] === "number";
          const shared = {
            label: t(`field.${field}`),
            value: words[field],
            autoFocus: index === 0,
            onChange: (event: { currentTarget: { value: string } }) => {
              const { value } = event.currentTarget;
              setWords((old) => ({ ...old, [field]: isNumber && value !== "" ? Number(value) : value }));
            },
          };
          return long.includes(field) ? (
            <Textarea key={field} autosize minRows={2} maxRows={10} {...shared} />
          ) : (
            <TextInput
              key={field}
              type={isNumber ? "number" : "text"}
              required={isNumber}
              withAsterisk={false}
              {...shared}
            />
          );
        })}
        <Group gap="xs">
          <Button type="submit" size="compact-sm">
            {t("send")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onDone}>
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
