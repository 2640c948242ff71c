import { expect, it, test } from "@jest/globals";
import { keptAudit, stillHolds } from "#broker/proofs/kept-audit.ts";
import { says } from "#model/sentences/sentence.ts";

const words = [says("logged_in_once", { place: "h:1883", user: "solar" })];
const step = { id: "login", status: "ok", class: "ok", message: words, remedy: [], facts: { port: 1883 } };
const found = { score: 85, when: "2026-11-25T02:34:56.000Z", steps: [step] };
const whole = { at: 7, date: "2026-11-25", found };

it("gives back what was kept, also by way of JSON", () => {
	expect(keptAudit(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
	expect(keptAudit({ at: 0 })).toEqual({ at: 0 });
});

test.each([undefined, null, 7, "x", [], {}, { at: "7" }, { at: Number.NaN }])(
	"%j is nothing that was kept",
	(value) => {
		expect(keptAudit(value)).toBeUndefined();
	},
);

test.each([
	["no result", { ...whole, found: 7 }],
	["no score", { ...whole, found: { ...found, score: "85" } }],
	["no moment", { ...whole, found: { ...found, when: 1 } }],
	["no steps", { ...whole, found: { ...found, steps: {} } }],
])("with %s only the moment counts", (_, value) => {
	expect(keptAudit(value)).toEqual({ at: 7, date: "2026-11-25" });
});

test.each([
	["without a class", { ...step, class: undefined }],
	["of an unknown status", { ...step, status: "maybe" }],
	["without words", { ...step, message: undefined }],
	["with words that are none", { ...step, message: [{ code: 7, facts: {} }] }],
	["with words whose facts are none", { ...step, remedy: [{ code: "x", facts: { deep: [] } }] }],
	["with facts that are none", { ...step, facts: { deep: {} } }],
])("a step %s is left out", (_, bad) => {
	expect(keptAudit({ ...whole, found: { ...found, steps: [step, bad] } })).toEqual(whole);
});

it("what an older version kept in English is still told", () => {
	const old = { ...step, message: "in", remedy: "" };
	expect(keptAudit({ ...whole, found: { ...found, steps: [old] } })?.found?.steps).toEqual([
		{ ...step, message: [says("verbatim", { text: "in" })], remedy: [] },
	]);
});

it("that the broker gives each user one connection is kept, and nothing like it", () => {
	expect(keptAudit({ ...whole, one_per_user: true })).toEqual({ ...whole, one_per_user: true });
	expect(keptAudit({ ...whole, one_per_user: "yes" })).toEqual(whole);
});

test.each([
	["2026-11-25T02:34:57.000Z", true],
	["2026-12-02T02:34:56.000Z", true],
	["2026-12-02T02:34:57.000Z", false],
	["1970-01-01T00:00:00.000Z", true],
])("seen at %s, a week's audit still says something: %p", (now, holds) => {
	expect(stillHolds(found, new Date(now))).toBe(holds);
});
