import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTitle } from "../../kernel/ui";
import classes from "./PublicPage.module.css";

/** The frame of what one sees before being signed in. */
export function PublicPage({ title, children }: { title: string; children: ReactNode }) {
  useTitle(title);
  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <img src="/icon.svg" alt="" width={40} height={40} />
        <Title order={1}>{title}</Title>
        {children}
      </div>
    </main>
  );
}
