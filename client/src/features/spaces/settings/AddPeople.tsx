import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonResponse } from "../../../kernel/api/types";
import { usePages } from "../../../kernel/api/usePages";
import { type SpaceRow, useSubmit } from "../../../kernel/replica";
import { Face, offerUndo, ProblemNote } from "../../../kernel/ui";
import classes from "../SpaceSettings.module.css";
import { removeMember, takeIn } from "../seatMember";

const InviteForm = lazy(() => import("../../accounts/InviteForm").then((file) => ({ default: file.InviteForm })));

interface AddPeopleProps {
  space: SpaceRow;
  memberIds: string[];
  onClose: () => void;
}

/** People of the workspace join at a press; anybody else gets a link. */
export function AddPeople({ space, memberIds, onClose }: AddPeopleProps) {
  const { t } = useTranslation("spaceSettings");
  const submit = useSubmit();
  const [text, setText] = useState("");
  const [outside, setOutside] = useState(false);
  const [asked] = useDebouncedValue(text, 200);
  const { items, problem, again } = usePages<PersonResponse>(`/people?text=${encodeURIComponent(asked)}`);
  const found = items?.filter((person) => !person.former && !memberIds.includes(person.id)).slice(0, 8);

  const handleAdd = async (person: PersonResponse) => {
    await submit(takeIn(space, person, person.workspaceRole === "guest" ? "guest" : "member"));
    offerUndo(t("members.added", { name: person.name }), () => void submit(removeMember(space, person.id)));
  };

  if (outside) {
    return (
      <Suspense>
        <InviteForm spaceId={space.id} onClose={onClose} />
      </Suspense>
    );
  }
  return (
    <Stack gap="xs">
      <TextInput
        aria-label={t("members.find")}
        placeholder={t("members.find")}
        value={text}
        data-autofocus
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && onClose()}
      />
      <ProblemNote error={problem} again={again} />
      <ul className={classes.rows}>
        {found?.map((person) => (
          <li key={person.id} className={classes.row}>
            <Face person={person} size={28} decorative />
            <span className={classes.who}>
              <span className={classes.name}>{person.name}</span>
              <span className={classes.role}>{person.roleText}</span>
            </span>
            <Button
              size="compact-sm"
              variant="light"
              aria-label={t("members.addOf", { name: person.name })}
              onClick={() => void handleAdd(person)}
            >
              {t("members.addOne")}
            </Button>
          </li>
        ))}
      </ul>
      {found?.length === 0 && (
        <p className={classes.about}>{t(asked.trim() ? "members.nobody" : "members.everybody")}</p>
      )}
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => setOutside(true)}>
          {t("members.outside")}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
          {t("done")}
        </Button>
      </Group>
    </Stack>
  );
}
