import { Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useRows } from "../../kernel/replica";
import { TextLink, useTitle } from "../../kernel/ui";
import { HearSpace } from "../attention/hearing/HearSpace";
import classes from "./SpaceSettings.module.css";
import { About } from "./settings/About";
import { Convert } from "./settings/Convert";
import { Duty } from "./settings/Duty";
import { Ending } from "./settings/Ending";
import { Members } from "./settings/Members";
import { Mine } from "./settings/Mine";
import { useSpaceName } from "./spaceName";

/** What a space is, who is in it, and how I keep it; what I may not change is shown without its control. */
export function SpaceSettings({ spaceId }: { spaceId: string }) {
  const { t } = useTranslation("spaceSettings");
  const space = useRows((db) => db.spaces.get(spaceId), [spaceId]);
  useTitle(t("title"), useSpaceName(space));
  if (!space) return null;
  return (
    <div className={classes.page}>
      <Title order={2} className={classes.spoken}>
        {t("title")}
      </Title>
      {space.kind === "group" && <About space={space} />}
      {space.kind !== "personal" && <Members space={space} />}
      {space.kind === "group" && <Duty space={space} />}
      <Mine space={space} />
      <HearSpace space={space} />
      {space.can.includes("space.convert") && <Convert space={space} />}
      <section className={classes.section}>
        <h3 className={classes.title}>{t("archive.title")}</h3>
        <p className={classes.about}>{t("archive.text")}</p>
        <TextLink to="/s/$spaceId/archive" params={{ spaceId }}>
          {t("archive.open")}
        </TextLink>
      </section>
      <Ending space={space} />
    </div>
  );
}
