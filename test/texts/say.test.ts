import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { reason } from "#model/decision/decision.ts";
import { notice } from "#model/sentences/notice.ts";
import { keysOf, known, LANGUAGES, type Language, readable, say, sayAny } from "#texts/say.ts";
import { told } from "#texts/told.ts";
import type { Key } from "#words/keys.ts";
import type { Like } from "#words/like.ts";

const left = (seconds: number, language: Language = "en") => say(language, "reason", "held_on", { left: seconds });

describe("a sentence", () => {
	it("is in the language of the house, with its decimal mark", () => {
		const facts = { gain: 8.25, stop_at: 4 };
		expect(say("en", "reason", "gain", facts)).toBe(
			"The collector is 8.3 K warmer than the tank; charging stops at 4.0 K.",
		);
		expect(say("sv", "reason", "gain", facts)).toBe(
			"Solfångaren är 8,3 K varmare än tanken; laddningen slutar vid 4,0 K.",
		);
		expect(say("de", "reason", "gain", facts)).toBe(
			"Der Kollektor ist 8,3 K wärmer als der Speicher; die Beladung endet bei 4,0 K.",
		);
	});

	it("has all digits of a number where its text wants them", () => {
		const facts = { longest: 4.125, period: 1 };
		expect(say("en", "command", "late_turn", facts)).toContain("came 4.125 s after the one before; 1 s is expected");
		expect(say("sv", "command", "late_turn", facts)).toContain("4,125 s efter den förra; det ska vara 1 s");
	});

	test.each([
		[7.94, "7.9"],
		[7.96, "8.0"],
		[-0.04, "0.0"],
		[-0.06, "-0.1"],
		[0, "0.0"],
		[150, "150.0"],
		[-12.34, "-12.3"],
	])("says a temperature of %p as %s", (maximum, said) => {
		expect(say("en", "reason", "collector_hot", { collector: maximum, release_below: 86 })).toContain(
			`is ${said} °C hot`,
		);
		expect(say("de", "reason", "collector_hot", { collector: maximum, release_below: 86 })).toContain(
			`ist ${said.replace(".", ",")} °C heiß`,
		);
	});

	test.each([
		[0.2, "1 s"],
		[30, "30 s"],
		[89, "89 s"],
		[90, "2 min"],
		[121, "3 min"],
		[3600, "60 min"],
		[5399, "90 min"],
		[5400, "1.5 h"],
		[86_400, "24.0 h"],
	])("says %p seconds as %s", (seconds, said) => {
		expect(left(seconds)).toBe(`Switched on by hand for another ${said}.`);
		expect(left(seconds, "sv")).toContain(`i ${said.replace(".", ",")} till`);
	});

	it("writes whole numbers whole and others with one decimal, where the text names no unit", () => {
		expect(say("en", "role", "tank_layer", { height: 140 })).toBe("Tank 140 cm");
		expect(say("de", "role", "tank_layer", { height: 12.5 })).toBe("Speicher 12,5 cm");
		expect(say("en", "notice", "setting", { path: "night_cooling.enabled", value: true })).toContain("is now true.");
	});

	// #group-of-a-device
	it.each(["en", "sv", "de"] as const)(
		"names the group of each kind of device that may not be opened: %s",
		(language) => {
			const remedy = say(language, "remedy", "no_permission");
			for (const group of ["dialout", "i2c", "gpio"]) expect(remedy).toMatch(new RegExp(`\\b${group}\\b`));
		},
	);

	it("looks a fact up in another section, and makes an id readable", () => {
		expect(say("sv", "reason", "not_wired", { role: "collector" })).toBe(
			"Solfångare är inte konfigurerad, så funktionen är inaktiv.",
		);
		expect(say("en", "reason", "sensor_lost", { sensor: "tank_140", fault: "crc" })).toBe(
			"Tank 140 is lost: its data arrive corrupted. Check the wiring and its length.",
		);
	});

	it("has a ? where a fact is missing, or is no number where one belongs", () => {
		expect(sayAny("en", "reason", "excluded")).toBe("It stays off because ? is to run.");
		expect(left(Number.NaN)).toBe("Switched on by hand for another ?.");
		expect(left(Number.POSITIVE_INFINITY)).toBe("Switched on by hand for another ?.");
		expect(say("en", "reason", "gain", { gain: Number.NaN, stop_at: "x" })).toContain("is ? K warmer");
	});

	test.each(["", "no_such_code", "constructor", "toString", "__proto__"])(
		"is the key itself where there is no text: %p",
		(key) => {
			for (const language of LANGUAGES) expect(sayAny(language, "reason", key, { gain: 1 })).toBe(key);
			expect(known("reason", key)).toBe(false);
		},
	);

	it("takes facts as they are: what looks like a placeholder or a pattern is not read again", () => {
		expect(say("en", "notice", "intent_refused", { path: "$&", value: "{remedy}", problem: "$1" })).toBe(
			"Refused: $& = {remedy}. $1",
		);
	});

	it("never throws, whatever the facts", () => {
		const fact = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom("constructor", "__proto__"));
		const names = ["gain", "sensor", "fault", "role", "left", "by", "start_at", "collector", "tank"];
		fc.assert(
			fc.property(
				fc.constantFrom(...LANGUAGES),
				fc.constantFrom(...keysOf("reason")),
				fc.dictionary(fc.constantFrom(...names), fact),
				(language, key, facts) => {
					expect(sayAny(language, "reason", key, facts)).toEqual(expect.any(String));
				},
			),
		);
	});
});

describe("what is told", () => {
	it("is the finding's own sentence where it brings one, and else ours", () => {
		expect(told("sv", "finding", "store_unavailable", { cause: "EROFS" })).toBe(
			"Ingenting kan sparas just nu. Kontrollera disken.",
		);
		expect(told("en", "notice", "no_such_code", { text: "Anything." })).toBe("no_such_code");
	});
});

describe("an id", () => {
	test.each([
		["tank_140", "Tank 140"],
		["pump", "Pump"],
		["a__b", "A  b"],
		["", ""],
	])("%p reads as %p", (id, text) => {
		expect(readable(id)).toBe(text);
	});
});

describe("what does not compile", () => {
	it("is a code without a text, and one whose text asks for a fact that does not come", () => {
		// @ts-expect-error misspelt
		expect(say("en", "reason", "boilng")).toBe("boilng");
		// @ts-expect-error of another section
		expect(reason("device_lost").code).toBe("device_lost");
		// @ts-expect-error it asks for `left`
		expect(reason("held_on").facts).toEqual({});
		// @ts-expect-error neither a text under this code nor one of its own
		expect(notice("info", "no_such_code", { count: 1 }).code).toBe("no_such_code");
	});

	it("is a text without the facts that it asks for", () => {
		// @ts-expect-error: no facts
		expect(say("en", "reason", "excluded")).toContain("?");
		// @ts-expect-error: another fact
		expect(say("en", "page", "age_time", { days: 1 })).toContain("?");
		const [either = "age_time"]: Key<"page">[] = [];
		// @ts-expect-error: no facts, and one of the keys asks for some
		expect(say("en", "page", either)).toContain("?");
		expect(say("en", "page", either, { age: 60 })).not.toContain("?");
	});

	it("is a language that lacks a key, or has one too many", () => {
		const en = { reason: { gain: "…", no_gain: "…" } } as const;
		// @ts-expect-error
		const lacking: Like<typeof en> = { reason: { gain: "…" } };
		// @ts-expect-error
		const more: Like<typeof en> = { reason: { gain: "…", no_gain: "…", gian: "…" } };
		expect([lacking, more].map(({ reason }) => Object.keys(reason).length)).toEqual([1, 3]);
	});
});
