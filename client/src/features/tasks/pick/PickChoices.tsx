import { ChoiceList, type ChoiceListProps } from "../../../kernel/ui/ChoiceList";
import { PickPopover } from "../../../kernel/ui/PickPopover";

export interface PickChoicesProps extends Omit<ChoiceListProps, "label"> {
  name: string;
  at: DOMRect;
  onClose: () => void;
}

/** A list of choices at a place on the screen. */
export function PickChoices({ name, at, onClose, ...choices }: PickChoicesProps) {
  return (
    <PickPopover opened onClose={onClose} label={name} target={at}>
      <ChoiceList label={name} {...choices} />
    </PickPopover>
  );
}
