import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { longest } from "./lengths";

const asked: Record<keyof typeof longest, string[]> = {
  workspaceName: ["SetUpWorkspace.workspaceName", "EditWorkspace.name"],
  personName: ["SetUpWorkspace.name", "JoinWorkspace.name", "EditProfile.name"],
  roleText: ["EditProfile.roleText"],
  status: ["EditProfile.status"],
  spaceName: ["CreateSpace.name", "EditSpace.name", "ConvertSpace.name"],
  spaceDescription: ["CreateSpace.description", "EditSpace.description"],
  spaceKey: ["CreateSpace.key", "EditSpace.key"],
  listName: ["CreateList.name", "ChangeList.name"],
  labelName: ["CreateLabel.name", "ChangeLabel.name"],
  taskTitle: ["CreateTask.title", "ChangeTask.title"],
  checklistText: ["AddChecklistItem.text", "ChangeChecklistItem.text"],
  topicTitle: ["OpenTopic.title", "RenameTopic.title"],
  askReason: ["DeclineAsk.reason", "DelegateAsk.note"],
  calendarTitle: ["WriteCalendarEntry.title"],
  calendarResume: ["WriteCalendarEntry.resume"],
};

interface Document {
  components: { schemas: Record<string, { properties: Record<string, { maxLength?: number }> }> };
}

const { schemas } = (JSON.parse(readFileSync("../docs/openapi.json", "utf8")) as Document).components;

test.each(Object.entries(asked))("%s is as long as the contract says", (name, fields) => {
  const said = fields.map((field) => {
    const [request, property] = field.split(".") as [string, string];
    return [field, schemas[`${request}Request`]?.properties[property]?.maxLength];
  });

  expect(said).toEqual(fields.map((field) => [field, longest[name as keyof typeof longest]]));
});

test("no field has a length of its own", () => {
  const screens = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".tsx"));
  const typed = screens.filter((path) => /maxLength=\{?["\d]/.test(readFileSync(join("src", path), "utf8")));

  expect(screens.length).toBeGreaterThan(50);
  expect(typed).toEqual([]);
});
