import { expect, test } from "vitest";
import { Problem } from "./problem";

const of = (status: number, code = "") => new Problem({ title: "", status, code });

test.each([0, 429, 502, 503, 504, 507])("%i passes, and is nobody's fault", (status) => {
  expect(of(status).mayPass).toBe(true);
  expect(of(status).isFault).toBe(false);
});

test.each([500, 501, 505])("%i is a fault", (status) => expect(of(status).isFault).toBe(true));

test("a refusal does not pass", () => expect(of(409, "topic-closed").mayPass).toBe(false));
