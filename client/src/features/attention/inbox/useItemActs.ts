import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useMe, useReplica, useSubmit } from "../../../kernel/replica";
import { offerUndo, tell } from "../../../kernel/ui";
import { unwatchTask, watchTask } from "../../tasks/watchTask";
import { followTopic } from "../../topics/followTopic";
import { unfollowTopic } from "../../topics/unfollowTopic";
import { answerAsk, type Closing, declineAsk, delegateAsk, reopenAsk } from "../asks/closeAsk";
import type { Held } from "../asks/held";
import { giveBackAsk, takeAsk } from "../asks/takeAsk";
import { atMost, hearAs, hearAsBefore, lessThan } from "../hearing/chooseHearing";
import { heardIn } from "../hearing/useHearing";
import { bringBack, letGo, letGoAll } from "./letGo";
import { snoozeItem, wakeItem } from "./snoozeItem";

export type ItemActs = ReturnType<typeof useItemActs>;

/** What can be done about what is mine: at once, with a way back, from the inbox and from below a message alike. */
export function useItemActs() {
  const { t } = useTranslation(["asks", "hearing"]);
  const [me, db, submit] = [useMe(), useReplica(), useSubmit()];
  return useMemo(() => {
    const undo = (said: string, held: Held, closed: Closing) =>
      offerUndo(said, () => void submit(reopenAsk(held, me, closed)));
    return {
      take: async (held: Held, at: string | null) => {
        await submit(takeAsk(held, me, at));
        const before = held.ask?.state === "taken" ? takeAsk(held, me, held.ask.commitAt) : giveBackAsk(held, me);
        offerUndo(t("done.taken"), () => void submit(before));
      },
      giveBack: async (held: Held) => {
        await submit(giveBackAsk(held, me));
        offerUndo(t("done.givenBack"), () => void submit(takeAsk(held, me, held.ask?.commitAt ?? null)));
      },
      answer: async (held: Held) => {
        await submit(answerAsk(held, me));
        undo(t(`done.${held.ask?.role ?? "answer"}`), held, "answer");
      },
      delegate: async (held: Held, personId: string, name: string, note: string) => {
        await submit(delegateAsk(held, me, personId, note));
        undo(t("done.delegated", { name }), held, "delegation");
      },
      decline: async (held: Held, reason: string) => {
        await submit(declineAsk(held, me, reason));
        undo(t("done.declined"), held, "refusal");
      },
      letGo: async (held: Held) => {
        await submit(letGo(held, me));
        offerUndo(t("done.letGo"), () => void submit(bringBack(held, me)));
      },
      letGoAll: async (all: Held[]) => {
        for (const command of letGoAll(all, me)) await submit(command);
        offerUndo(t("done.letGoAll", { count: all.length }), () => {
          for (const one of all) void submit(bringBack(one, me));
        });
      },
      snooze: async (held: Held, until: string, when: string) => {
        await submit(snoozeItem(held, me, until));
        offerUndo(t("done.snoozed", { when }), () => void submit(wakeItem(held, me)));
      },
      wake: (held: Held) => void submit(wakeItem(held, me)),
      /** What is only to be known of one place: it goes, and the like of it comes no more. */
      less: async (all: Held[], title: string) => {
        const [first] = all.flatMap(({ item }) => item ?? []);
        if (!first) return;
        const { kind, id } = first.post.place;
        const heard = await heardIn(db, kind, id, first.spaceId);
        const level = lessThan(
          all.flatMap(({ item }) => item ?? []),
          heard,
        );
        for (const command of [...hearAs(heard, level, me), ...letGoAll(all, me)]) await submit(command);
        offerUndo(t(`hearing:done.${level}`, { title }), async () => {
          for (const command of hearAsBefore(heard, level, me)) await submit(command);
          for (const one of all) await submit(bringBack(one, me));
        });
      },
      /** Asks always come. */
      explainAsks: () => tell(t("hearing:notOfAsks")),
      /** Why it came, it need not come again. */
      unfollow: async ({ item }: Held, space: string) => {
        const id = item?.why.ofId ?? "";
        if (item?.why.kind === "hears") {
          const heard = await heardIn(db, "chat", id, id);
          const [title, level] = [t("hearing:chatOf", { space }), atMost("usual", heard)];
          for (const command of hearAs(heard, level, me)) await submit(command);
          offerUndo(t(`hearing:done.${level}`, { title }), async () => {
            for (const command of hearAsBefore(heard, level, me)) await submit(command);
          });
        }
        const topic = item?.why.kind === "follows" ? await db.topics.get(id) : undefined;
        const task = item?.why.kind === "watches" ? await db.tasks.get(id) : undefined;
        if (topic) {
          await submit(unfollowTopic(topic, me.id));
          offerUndo(t("done.unfollowed", { title: topic.title }), () => void submit(followTopic(topic, me.id)));
        } else if (task) {
          await submit(unwatchTask(task, me.id));
          offerUndo(t("done.unfollowed", { title: task.title }), () => void submit(watchTask(task, me.id)));
        }
      },
    };
  }, [db, me, submit, t]);
}
