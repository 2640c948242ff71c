import { describe, expect, it, test } from "@jest/globals";
import { findingOf, scoreOf } from "#proof/findings.ts";
import { PROOFS } from "#proof/index.ts";
import { fail, noted, ok, type Result, skipped } from "#proof/proof.ts";

const seen = (results: Readonly<Record<string, Result>>) =>
	PROOFS.map(({ id }) => ({ id, ...(results[id] ?? ok("fine")) }));
const broke = fail("anonymous-allowed", "tried", "mend it");

describe("the security score", () => {
	test.each<[string, Readonly<Record<string, Result>>, number]>([
		["nothing is wrong", {}, 100],
		["what was not tried says nothing", { tls: skipped("not-configured", "off") }, 100],
		["one door is open", { anonymous_refused: broke }, 50],
		["all doors are", { anonymous_refused: broke, wrong_password_refused: broke, random_user_refused: broke }, 0],
		["it is not proven that a door is closed", { anonymous_refused: fail("not-proven", "", "") }, 75],
		["the rights are too wide", { acl_write_escape: fail("acl-too-wide", "", "") }, 85],
		["there are no rules", { acl_write_escape: noted("acl-absent", "", "do") }, 93],
		["a certificate ends soon", { tls: noted("tls-expires-soon", "", "do") }, 95],
	])("%s", (_, results, score) => {
		expect(scoreOf(PROOFS, seen(results))).toBe(score);
	});
});

describe("a step as a finding", () => {
	const WHEN = "2026-11-25T02:34:56.000Z";

	it("has its class for a code, and says when, what and what to do", () => {
		expect(findingOf({ id: "anonymous_refused", ...broke, facts: { port: 1883 } }, WHEN)).toEqual({
			severity: "alarm",
			code: "anonymous-allowed",
			facts: {
				...{ port: 1883, proof: "anonymous_refused", status: "fail", when: WHEN },
				...{ message: "tried", remedy: "mend it", text: "tried mend it" },
			},
		});
	});

	test.each([
		["good", ok("fine"), "info"],
		["skipped", skipped("not-tried", ""), "info"],
		["failed", broke, "alarm"],
		["not proven", fail("not-proven", "", ""), "warning"],
		["good with a reservation", noted("tls-expires-soon", "", "do"), "warning"],
		["as brokers are shipped", noted("acl-absent", "", "do"), "info"],
	] as const)("is as severe as it is %s", (_, result, severity) => {
		expect(findingOf({ id: "x", ...result }, WHEN).severity).toBe(severity);
	});
});
