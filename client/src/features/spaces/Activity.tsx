import type { ChangeResponse, Page } from "../../kernel/api/types";
import { useAnswer } from "../../kernel/api/useAnswer";
import { ProblemNote } from "../../kernel/ui";

export function Activity({ spaceId }: { spaceId: string }) {
  const { data, problem, again } = useAnswer<Page<ChangeResponse>>(`/spaces/${spaceId}/activity`);
  return (
    <>
      <ProblemNote error={problem} again={again} />
      <ul>
        {data?.items.map((item) => (
          <li key={item.version}>{item.kind}</li>
        ))}
      </ul>
    </>
  );
}
