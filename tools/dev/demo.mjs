// Signs in to a running demo as its log says, and reads a space: node tools/dev/demo.mjs URL LOG
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

const [url, log] = process.argv.slice(2);
const patience = 60_000;

await ready();
const [, email, password] = /as (\S+) with the password: (.+)/.exec(readFileSync(log, "utf8")) ?? fail("The log does not say how to sign in.");
const session = await ask("/api/sessions", { method: "POST", body: JSON.stringify({ email, password }), headers: { "Content-Type": "application/json" } });
const headers = { Cookie: session.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ") };
const spaces = await (await ask("/api/spaces", { headers })).json();
const group = spaces.find((space) => space.kind === "group") ?? fail("The demo has no group.");
const snapshot = await (await ask(`/api/spaces/${group.id}/snapshot`, { headers })).json();
if (snapshot.tasks.length === 0 || snapshot.messages.length === 0) fail(`Nothing goes on in ${group.name}.`);
const page = await (await ask("/")).text();
if (!page.includes("<script")) fail("The client is not served.");
console.log(`note: ${email} sees ${snapshot.tasks.length} tasks and ${snapshot.messages.length} messages in ${group.name}.`);

async function ready() {
  for (const end = Date.now() + patience; Date.now() < end; await setTimeout(200)) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  fail(`The demo was not ready within ${patience / 1000} s.`);
}

async function ask(path, request) {
  const answer = await fetch(url + path, request);
  return answer.ok ? answer : fail(`${path} answered ${answer.status}: ${await answer.text()}`);
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
