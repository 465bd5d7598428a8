import { Button, Group, Modal, MultiSelect, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonResponse } from "../../kernel/api/types";
import { usePages } from "../../kernel/api/usePages";
import { type PersonRow, useReplica, useRows, useSubmit } from "../../kernel/replica";
import { everyBegins, wordsOf } from "../../kernel/text/wordSearch";
import { Face } from "../../kernel/ui";
import classes from "./NewDirect.module.css";
import { mostOthers, openDirect } from "./openDirect";

/** Asks to whom one writes; the same people always meet in the same place. */
export function NewDirect({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("spaces");
  const [db, submit, navigate] = [useReplica(), useSubmit(), useNavigate()];
  const [chosen, setChosen] = useState<string[]>([]);
  const [text, setText] = useState("");
  const [listed, setListed] = useState(false);
  const people = usePeople(text, chosen);

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length === 0) return;
    const spaceId = await openDirect(db, submit, chosen);
    await navigate({ to: "/s/$spaceId/chat", params: { spaceId }, search: {}, replace: true });
  };
  return (
    <Modal opened onClose={onClose} title={t("direct.title")}>
      <form onSubmit={handleSubmit}>
        <Stack>
          <MultiSelect
            label={t("direct.to")}
            description={t("direct.toHint", { most: mostOthers })}
            data={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen}
            onChange={setChosen}
            searchable
            searchValue={text}
            onSearchChange={setText}
            filter={({ options }) => options}
            hidePickedOptions
            selectFirstOptionOnChange
            maxValues={mostOthers}
            limit={20}
            nothingFoundMessage={t("direct.nobody")}
            data-autofocus
            // It lies over the buttons: it comes with what is typed, and goes when somebody is chosen.
            openOnFocus={false}
            dropdownOpened={listed}
            onDropdownOpen={() => setListed(true)}
            onDropdownClose={() => setListed(false)}
            onOptionSubmit={() => setListed(false)}
            renderOption={({ option }) => <Person person={people.find(({ id }) => id === option.value)} />}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" disabled={chosen.length === 0}>
              {t("direct.do")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Person({ person }: { person: PersonRow | undefined }) {
  return (
    <span className={classes.person}>
      <Face person={person} size={24} decorative />
      <span className={classes.name}>{person?.name}</span>
      <span className={classes.role}>{person?.roleText}</span>
    </span>
  );
}

/** Those this device knows come at once and first; the rest of the workspace as soon as the server has answered. */
function usePeople(text: string, chosen: string[]): PersonRow[] {
  const [asked] = useDebouncedValue(text.trim().slice(0, 100), 200);
  const { items } = usePages<PersonResponse>(`/people?text=${encodeURIComponent(asked)}`);
  const known = useRows((db) => db.people.toArray(), []);
  const { personId } = useReplica();
  // Whoever was found once keeps their name when the next letters find others.
  const met = useRef(new Map<string, PersonRow>());
  for (const person of [...(items ?? []), ...(known ?? [])]) met.current.set(person.id, person);

  const words = wordsOf(text);
  const fits = ({ name, roleText }: PersonRow) => everyBegins(words, wordsOf(`${name} ${roleText}`));
  const near = new Set(known?.map(({ id }) => id));
  const byNearness = (a: PersonRow, b: PersonRow) =>
    Number(near.has(b.id)) - Number(near.has(a.id)) || a.name.localeCompare(b.name);
  return [...met.current.values()]
    .filter((person) => person.id !== personId && !person.former && (chosen.includes(person.id) || fits(person)))
    .sort(byNearness);
}
