import { describe, expect, it, test } from "@jest/globals";
import { findingOf, scoreOf, verdictOf } from "#broker/proofs/findings.ts";
import { PROOFS } from "#broker/proofs/index.ts";
import { fail, noted, ok, type Result, skipped } from "#broker/proofs/proof.ts";
import { ACCESS, AUDITED, SAFETY } from "#model/findings/audited.ts";
import { says } from "#model/sentences/sentence.ts";
import { FAILURES, type FailureClass } from "#mqtt/failure.ts";

const FINE = says("allowed");
const DO = says("try_again");
const seen = (results: Readonly<Record<string, Result>>) =>
	PROOFS.map(({ id }) => ({ id, ...(results[id] ?? ok(FINE)) }));
const broke = fail("anonymous-allowed", FINE, DO);

describe("the security score", () => {
	test.each<[string, Readonly<Record<string, Result>>, number]>([
		["nothing is wrong", {}, 100],
		["what was not tried says nothing", { tls: skipped("not-configured", FINE) }, 100],
		["one door is open", { anonymous_refused: broke }, 50],
		["all doors are", { anonymous_refused: broke, wrong_password_refused: broke, random_user_refused: broke }, 0],
		["it is not proven that a door is closed", { anonymous_refused: fail("not-proven", [], []) }, 75],
		["the rights are too wide", { acl_write_escape: fail("acl-too-wide", [], []) }, 85],
		["there are no rules", { acl_write_escape: noted("acl-absent", [], DO) }, 93],
		["a certificate ends soon", { tls: noted("tls-expires-soon", [], DO) }, 95],
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
			facts: { port: 1883, proof: "anonymous_refused", status: "fail", verdict: "problem", when: WHEN },
			says: [FINE],
			mend: [DO],
		});
	});

	test.each([
		["good", ok(FINE), "info"],
		["skipped", skipped("not-tried", []), "info"],
		["failed", broke, "alarm"],
		["not proven", fail("not-proven", [], []), "warning"],
		["good with a reservation", noted("tls-expires-soon", [], DO), "warning"],
		["as brokers are shipped", noted("acl-absent", [], DO), "info"],
		["careful with its users", noted("one-per-user", [], DO), "info"],
	] as const)("is as severe as it is %s", (_, result, severity) => {
		expect(findingOf({ id: "x", ...result }, WHEN).severity).toBe(severity);
	});
});

describe("the verdict on a proof", () => {
	const failures = Object.keys(FAILURES) as FailureClass[];

	it.each(AUDITED)("of %s is fine only where it was tried and found good", (id) => {
		expect(verdictOf({ id, ...ok(FINE) })).toBe("fine");
		for (const one of [skipped("not-tried", []), skipped("not-configured", []), skipped("not-visible", [])])
			expect(verdictOf({ id, ...one })).toBe("unknown");
		for (const class_ of ["not-proven", "denial-invisible", "check-broken"] as const)
			for (const one of [noted(class_, [], []), fail(class_, [], [])])
				expect(verdictOf({ id, ...one })).toBe("unknown");
	});

	// #unknown-where-nobody-could
	it.each(SAFETY)("of %s is unknown where nobody could be reached, whatever the failure", (id) => {
		for (const class_ of failures)
			expect([class_, verdictOf({ id, ...fail(class_, [], []) })]).toEqual([class_, "unknown"]);
	});

	it.each(ACCESS)("of %s is a problem where it did not get through, whatever the failure", (id) => {
		for (const class_ of failures)
			expect([class_, verdictOf({ id, ...fail(class_, [], []) })]).toEqual([class_, "problem"]);
	});

	test.each([
		["anonymous_refused", fail("anonymous-allowed", [], DO)],
		["acl_write_escape", noted("acl-absent", [], DO)],
		["acl_read_escape", noted("sys-readable", [], DO)],
		["tls", noted("tls-expires-soon", [], DO)],
		["broker_outdated", noted("broker-outdated", [], DO)],
	] as const)("of %s is a problem where something was found, also what brokers are shipped with", (id, result) => {
		expect(verdictOf({ id, ...result })).toBe("problem");
	});

	it("of a login that works is fine, though it may be had only once", () => {
		expect(verdictOf({ id: "login", ...noted("one-per-user", [], DO) })).toBe("fine");
	});
});
