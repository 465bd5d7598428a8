/** How many characters the server takes; a test compares them with docs/openapi.json. */
export const longest = {
  workspaceName: 80,
  personName: 60,
  roleText: 80,
  status: 80,
  spaceName: 80,
  spaceDescription: 2000,
  spaceKey: 6,
  listName: 80,
  labelName: 60,
  taskTitle: 500,
  checklistText: 500,
  topicTitle: 200,
  askReason: 500,
  calendarTitle: 120,
  calendarResume: 300,
} as const;
