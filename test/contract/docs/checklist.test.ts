import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { PROOFS } from "#broker/proofs/index.ts";
import { checklist, type Evidence, lineWords, ROWS, type Seen } from "#broker/verify/checklist.ts";
import { compared, reportIn, reportOf } from "#broker/verify/verified.ts";
import { verifiedPage } from "#broker/verify/verified-page.ts";
import { phrase, type Word } from "#model/sentences/sentence.ts";
import { brokerText } from "#texts/broker.ts";

const guide: { readonly steps: readonly { readonly id: string; readonly words: string }[] } = JSON.parse(
	readFileSync(join(import.meta.dirname, "../../fixtures/guide-steps.json"), "utf8"),
);
const seen = (status: Seen["status"]): Seen => ({
	status,
	tried: [phrase("tried_reading", { path: "<it>" })],
	seen: [phrase("it_starts")],
});
const english: Word = (sentence) => brokerText("en", sentence);
const evidence = (status: Seen["status"], other: Readonly<Record<string, Seen["status"]>> = {}): Evidence =>
	new Map(ROWS.flatMap(([, ...from]) => from).map((key) => [key, seen(other[key] ?? status)]));
const statusOf = (id: string, from: Evidence) => checklist(from).find((line) => line.id === id)?.status;
const about = { at: new Date("2026-11-25T10:00:00Z"), version: "0.1.0", broker: "house:1883" };

describe("the checklist of `broker verify`", () => {
	// #guide-lines-words-all
	it("has the guide's own lines, in its words, and all of its last list", () => {
		for (const { id } of checklist(new Map()))
			expect([id, guide.steps.find((step) => step.id === id)?.words]).toEqual([id, english(lineWords(id))]);
		const last = guide.steps.map(({ id }) => id).filter((id) => /^(?:after|success)-/.test(id));
		expect(checklist(new Map()).map(({ id }) => id)).toEqual(expect.arrayContaining(last));
	});

	it("rests on steps of `check` that are there", () => {
		const steps = ROWS.flatMap(([, ...from]) => from).flatMap((key) => /^step:(.*)/.exec(key)?.[1] ?? []);
		const known = PROOFS.map(({ id }) => id);
		expect(steps.filter((id) => !known.includes(id))).toEqual([]);
	});

	it("never calls ok what was not measured", () => {
		expect(checklist(new Map()).filter(({ status }) => status !== "not_measured")).toEqual([]);
	});

	test.each<readonly [Seen["status"], Seen["status"]]>([
		["ok", "ok"],
		["not_measured", "not_measured"],
		["fail", "fail"],
	])("with the app %s, its line and the whole are %s", (status, expected) => {
		const from = evidence("ok", { "app:in": status });
		expect([statusOf("after-5", from), statusOf("success-1", from)]).toEqual([expected, expected]);
		expect(statusOf("after-4", from)).toBe("ok");
	});

	it("takes the worst where a line rests on several things", () => {
		const from = evidence("ok", { "step:wrong_password_refused": "not_measured", "step:random_user_refused": "fail" });
		expect(statusOf("after-3", from)).toBe("fail");
	});

	it("says once what is the same of several things, and all of what is not", () => {
		const refused = phrase("from_proof", { proof: "refused_code", code: 135 });
		const [wrong, random] = ["came_wrong_password", "came_random_user"].map((proof) => phrase("from_proof", { proof }));
		const came = (how: typeof wrong): Seen => ({ ...seen("ok"), seen: how === undefined ? [] : [how, refused] });
		const from = new Map([
			["step:wrong_password_refused", came(wrong)],
			["step:random_user_refused", came(random)],
		]);
		const line = checklist(from).find(({ id }) => id === "refuse-3");
		expect(line).toMatchObject({ tried: seen("ok").tried, seen: [wrong, refused, random, refused] });
	});
});

describe("two reports", () => {
	const then = reportOf(checklist(evidence("ok")), about);
	const later = { ...about, at: new Date("2026-12-02T10:00:00Z") };

	it("that are alike differ in nothing, a week on", () => {
		const kept = reportIn(JSON.stringify(then));
		expect(kept && compared(reportOf(checklist(evidence("ok")), later), kept)).toEqual({
			with: "2026-11-25T10:00:00.000Z",
			days: 7,
			changes: [],
		});
	});

	it("differ where something got worse", () => {
		const now = reportOf(checklist(evidence("ok", { "app:age": "fail" })), later);
		expect(now).toMatchObject({ ok: false, count: { fail: 2 } });
		expect(compared(now, then).changes).toEqual([
			{ id: "monthly-1", was: "ok", is: "fail" },
			{ id: "cred-5", was: "ok", is: "fail" },
		]);
	});

	test.each(["", "{}", "[]", '{"at":"x","lines":[]}', '{"at":"2026-11-25","lines":[1]}'])(
		"are not read from %j",
		(text) => {
			expect(reportIn(text)).toBeUndefined();
		},
	);
});

describe("the page to print", () => {
	const last_change = { why: "harden", at: "2026-11-24T10:00:00Z", backup: "b", downtime_ms: 412 };
	const report = reportOf(checklist(evidence("ok")), { ...about, broker: "<house>:1883", last_change });
	const page = verifiedPage(report, "en", english);

	it("stands by itself, without script, and says how long the broker let nobody in", () => {
		expect(page).not.toMatch(/<script|<link|src=|href=|@import|url\(/);
		expect(page).toContain("accepted no connections for 412 ms");
		expect(page).toContain("@media print");
		for (const { id } of checklist(new Map())) expect(page).toContain(`<td>${id}</td>`);
	});

	it("shows what it was given as text", () => {
		expect(page).not.toMatch(/<house>|<it>/);
		expect(page).toContain("&lt;house&gt;:1883");
		expect(page).toContain("Read &lt;it&gt;.");
	});
});
