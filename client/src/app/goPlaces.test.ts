import { expect, test } from "vitest";
import { fitting } from "./goPlaces";

const commands = [
  { label: "New space" },
  { label: "New task", description: "Launch" },
  { label: "Security", description: "Settings" },
];
const labels = (text: string) => fitting(commands, text).map(({ label }) => label);

test("a command is found by the beginnings of its words, in any order", () => {
  expect(labels("new sp")).toEqual(["New space"]);
  expect(labels("secur")).toEqual(["Security"]);
  expect(labels("laun task")).toEqual(["New task"]);
  expect(labels("ecur")).toEqual([]);
});

test("a page of the settings is found by their name too", () => {
  expect(labels("settings")).toEqual(["Security"]);
});

test("nothing typed shows all", () => {
  expect(labels("")).toHaveLength(3);
});
