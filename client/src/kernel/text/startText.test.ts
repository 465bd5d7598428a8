import i18next from "i18next";
import { expect, test } from "vitest";
import { startText } from "./text";

test("the words of later screens are found, one catalogue after the other", async () => {
  await startText();
  expect(i18next.t("kernel:undo")).toBe("Undo");

  await i18next.loadNamespaces("messages");
  expect(i18next.t("messages:send")).toBe("Send");
  await i18next.loadNamespaces("topics");
  expect(i18next.t("topics:close")).toBe("Close topic");
});

test.each(["problems", "sentences"])("what the server refuses is said in German: %s", async (namespace) => {
  await startText();
  await i18next.changeLanguage("de");
  await i18next.loadNamespaces(namespace);

  expect(Object.keys(i18next.getResourceBundle("de", namespace))).not.toEqual([]);
});
