import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { changeSetting, inForce } from "#control/settings.ts";
import type { Intent } from "#model/decision/intent.ts";
import type { Override, Setting } from "#model/decision/settings.ts";
import { timeWindows } from "#model/quantities/fields.ts";
import { mend } from "#model/sentences/sentence.ts";
import * as registry from "#rules/index.ts";
import { Play, settingsFor } from "../fakes/plant.ts";

const rules = Object.values(registry);
const options = settingsFor(rules);
const override = (rule: string, field: string, value: Setting, replaced: Setting): Override => ({
	rule,
	field,
	value,
	replaced,
});
const start = (value: Setting, replaced: Setting = 8) => override("solar_charging", "start_at", value, replaced);
const stop = (value: Setting, replaced: Setting = 4) => override("solar_charging", "stop_at", value, replaced);

describe("law 10: a value set at run time wins until the person changes that same field on the options page", () => {
	it("applies while the option still has the value that it replaced", () => {
		const { settings, overrides, dropped } = inForce(rules, options, [start(12)]);
		expect(settings["solar_charging"]).toMatchObject({ start_at: 12, stop_at: 4 });
		expect([overrides, dropped]).toEqual([[start(12)], []]);
		expect(options["solar_charging"]).toMatchObject({ start_at: 8, stop_at: 4 });
	});

	it("ends when that field was changed on the options page, and only then", () => {
		const changed = settingsFor(rules, { solar_charging: { start_at: 10, stop_at: 4 } });
		const { settings, overrides, dropped } = inForce(rules, changed, [start(12), stop(5)]);
		expect(settings["solar_charging"]).toMatchObject({ start_at: 10, stop_at: 5 });
		expect([overrides, dropped]).toEqual([[stop(5)], [start(12)]]);
	});

	test.each([[[start(3), stop(2)]], [[stop(2), start(3)]], [[start(30), stop(15)]], [[stop(15), start(30)]]])(
		"applies two fields that limit each other in whatever order they were kept: %j",
		(kept) => {
			const { settings, overrides } = inForce(rules, options, kept);
			expect(overrides).toHaveLength(2);
			for (const { field, value } of kept) expect(settings["solar_charging"]?.[field]).toBe(value);
		},
	);

	test.each([
		["an unknown rule", override("no_rule", "start_at", 12, 8)],
		["an unknown field", override("solar_charging", "no_field", 12, 8)],
		["a value out of range", start(41)],
		["a value of another kind", start(true)],
		["a value that now crosses another field", stop(8)],
	])("drops %s and says so", (_, kept) => {
		expect(inForce(rules, options, [kept])).toEqual({ settings: options, overrides: [], dropped: [kept] });
	});

	it("never applies settings that the options page would refuse", () => {
		const any = fc.record({
			rule: fc.constantFrom(...rules.map((r) => r.id), "__proto__", "constructor"),
			field: fc.constantFrom("start_at", "stop_at", "release_below", "target", "maximum", "hysteresis", "toString"),
			value: fc.oneof(fc.double(), fc.integer({ min: -10, max: 210 }), fc.boolean(), fc.string()),
		});
		fc.assert(
			fc.property(fc.array(any), (kept) => {
				const stored = kept.map((k) => ({ ...k, replaced: options[k.rule]?.[k.field] ?? "nothing" }));
				const { settings, overrides, dropped } = inForce(rules, options, stored);
				for (const r of rules) expect(r.options.safeParse(settings[r.id]).success).toBe(true);
				expect(overrides.length + dropped.length).toBe(stored.length);
			}),
		);
	});
});

describe("a set-point that comes in at run time", () => {
	test.each([
		["not a number", "boil_stop", "stop_at", Number.NaN, mend("does_not_fit")],
		["infinite", "boil_stop", "stop_at", Number.POSITIVE_INFINITY, mend("does_not_fit")],
		["negative infinite", "boil_stop", "stop_at", Number.NEGATIVE_INFINITY, mend("does_not_fit")],
		["negative", "solar_charging", "start_at", -8, mend("too_small", { min: 1, unit: "K" })],
		["below its range", "solar_charging", "start_at", 0.9, mend("too_small", { min: 1, unit: "K" })],
		["above its range", "solar_charging", "start_at", 40.1, mend("too_big", { max: 40, unit: "K" })],
		["below its range", "solar_charging", "stop_at", 0.4, mend("too_small", { min: 0.5, unit: "K" })],
		["above its range", "tank_limit", "maximum", 98.1, mend("too_big", { max: 98, unit: "°C" })],
		["crossing the stop", "solar_charging", "start_at", 4.9, mend("above_other_by", { other: "stop_at", by: 1 })],
		["crossing the start", "solar_charging", "stop_at", 7.1, mend("below_other_by", { other: "start_at", by: 1 })],
		["crossing the release", "boil_stop", "stop_at", 140, mend("above_other", { other: "release_below" })],
		["crossing the maximum", "tank_limit", "maximum", 75, mend("above_other", { other: "target" })],
		[
			"crossing the cooling's start",
			"collector_cooling",
			"release_below",
			90,
			mend("below_other", { other: "start_at" }),
		],
		["of the wrong kind", "night_cooling", "enabled", 1, mend("wrong_kind", { kind: "boolean", got: "int" })],
		["of the wrong kind", "boil_stop", "stop_at", true, mend("wrong_kind", { kind: "number", got: "boolean" })],
		["for an unknown field", "boil_stop", "nothing", 1, mend("no_such_setting")],
		["for an unknown rule", "nothing", "stop_at", 1, mend("no_such_setting")],
		["for an inherited field", "boil_stop", "toString", 1, mend("no_such_setting")],
		["for an inherited rule", "__proto__", "stop_at", 1, mend("no_such_setting")],
	])("and is %s (%s.%s) is refused with its path and its own remedy", (_, rule, field, value, remedy) => {
		const changed = changeSetting(rules, options, rule, field, value);
		expect(changed).toEqual({
			kind: "refused",
			problem: { path: `${rule}.${field}`, value: expect.any(String), remedy },
		});
	});

	test.each([
		["solar_charging", "start_at", 1.5],
		["solar_charging", "start_at", 40],
		["solar_charging", "stop_at", 0.5],
		["tank_limit", "maximum", 98],
		["night_cooling", "enabled", true],
	])("%s.%s = %s is taken at the edge of its range", (rule, field, value) => {
		const low = settingsFor(rules, { solar_charging: { start_at: 2, stop_at: 0.5 } });
		expect(changeSetting(rules, low, rule, field, value)).toMatchObject({
			kind: "changed",
			settings: { [rule]: { [field]: value } },
		});
	});

	test.each([
		["start_at", 5],
		["stop_at", 7],
	])("may come as near as 1 K to the other one: %s = %d", (field, value) => {
		expect(changeSetting(rules, options, "solar_charging", field, value).kind).toBe("changed");
	});

	it("does not disable the boil stop if it is not a number", () => {
		const nan: Intent = { kind: "setting", rule: "boil_stop", field: "stop_at", value: Number.NaN };
		const plays = new Play({ rules });
		const turn = plays.turn({ collector: 150, tank: 60, intents: [nan] });
		expect(turn).toMatchObject({ on: { pump: false }, activity: "boil_stop" });
		expect(turn.decision.answers).toEqual([expect.objectContaining({ path: "boil_stop.stop_at" })]);
	});

	it("acts in the turn in which it is received", () => {
		const plays = new Play({ rules });
		expect(plays.turn({ collector: 57, tank: 50 }).on.pump).toBe(false);
		const lower: Intent = { kind: "setting", rule: "solar_charging", field: "start_at", value: 7 };
		expect(plays.turn({ intents: [lower] }).on.pump).toBe(true);
	});

	it("keeps the same settings object when it changes nothing", () => {
		const same = changeSetting(rules, options, "solar_charging", "start_at", 8);
		expect(same.kind === "changed" && same.settings).toBe(options);
	});
});

describe("a setting that is a text", () => {
	const timed = rule({
		id: "timed",
		per: "plant",
		needs: {},
		options: z.object({ when: timeWindows().default("always"), mode: z.enum(["off", "on"]).default("off") }),
		memory: z.object({}),
		propose: (_, __, memory) => silent(memory),
	});
	const before = settingsFor([timed]);
	const changed = (field: string, value: Setting) => changeSetting([timed], before, "timed", field, value);

	it("is changed to windows and to a choice", () => {
		expect(changed("when", "mo-fr 06:00-08:00")).toMatchObject({
			settings: { timed: { when: "mo-fr 06:00-08:00", mode: "off" } },
		});
		expect(changed("mode", "on")).toMatchObject({ settings: { timed: { when: "always", mode: "on" } } });
	});

	test.each([
		["when", "every day", mend("windows_form")],
		["when", "06:00-06:00", mend("windows_empty")],
		["when", "06:00-08:00, ".repeat(30), mend("too_long", { max: 255 })],
		["mode", "eco", mend("no_choice", { choices: "off, on" })],
	])("%s is refused as %j, with path, value and remedy", (field, value, remedy) => {
		expect(changed(field, value)).toMatchObject({
			problem: { path: `timed.${field}`, value: expect.stringContaining(value.slice(0, 60)), remedy },
		});
	});
});
