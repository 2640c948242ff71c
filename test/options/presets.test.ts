import { describe, expect, it, test } from "@jest/globals";
import { inForce } from "#control/settings.ts";
import type { Settings } from "#model/decision/settings.ts";
import { addonDefaults } from "#options/page/addon-schema.ts";
import { parse } from "#options/parse.ts";
import { settingsOf } from "#options/plant/plant-of.ts";
import { defaultOf, PRESET_NAMES, PRESETS } from "#options/presets.ts";
import { root } from "#options/root.ts";
import * as registry from "#rules/index.ts";

const rules = Object.values(registry);
const fieldsOf = (name: (typeof PRESET_NAMES)[number]) =>
	Object.entries(PRESETS[name].fields).map(([path, value]) => [...path.split("."), value] as const);

function settings(options: unknown): Settings {
	const parsed = parse(options);
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	return settingsOf(parsed.options);
}

/** What Home Assistant saves: its defaults of every group that has some. */
const delivered = addonDefaults(root);
const saved = Object.fromEntries(
	Object.entries(delivered as object).filter(([name]) => Object.hasOwn(settings({}), name)),
);

describe.each(PRESET_NAMES)("the preset %s", (name) => {
	it("fills every one of its fields, and no other", () => {
		const filled = settings({ preset: name });
		const plain = settings({});
		const wanted = Object.fromEntries(Object.entries(plain).map(([rule, group]) => [rule, { ...group }]));
		for (const [rule = "", field = "", value] of fieldsOf(name)) {
			expect([rule, field, defaultOf(String(rule), String(field))]).not.toContain(undefined);
			Object.assign(wanted[String(rule)] ?? {}, { [String(field)]: value });
		}
		expect(filled).toEqual(wanted);
	});

	it("means the same where Home Assistant has saved all defaults", () => {
		expect(settings({ ...saved, preset: name })).toEqual(settings({ preset: name }));
	});

	it("leaves what its owner wrote", () => {
		const written = { solar_charging: { start_at: 12, stop_at: 5.5 }, tank_limit: { target: 68 } };
		expect(settings({ ...written, preset: name })).toMatchObject(written);
	});

	it("leaves a default that was written where Home Assistant saves none", () => {
		const written = {
			collector_cooling: { enabled: true, tank_up_to: 98 },
			solar_charging: { collector_minimum: -25 },
		};
		expect(settings({ ...written, preset: name })).toMatchObject(written);
	});

	it("switches nothing on", () => {
		expect(
			fieldsOf(name).filter(([, field, value]) => field === "enabled" && value === true && name !== "predecessor"),
		).toEqual([]);
	});
});

describe("presets", () => {
	it("as delivered change nothing: predecessor is what the app does by itself", () => {
		expect(settings({ preset: "predecessor" })).toEqual(settings({}));
	});

	it("that contradict what is written are told, with path and value", () => {
		const parsed = parse({ preset: "resol_bs4", solar_charging: { stop_at: 5.5 } });
		expect(parsed).toMatchObject({
			kind: "invalid",
			problems: [{ path: "solar_charging.stop_at", value: "5.5", remedy: { code: "below_other_by" } }],
		});
	});

	test.each([["another"], [7]])("that are none, as %j, are refused, and fill nothing", (preset) => {
		expect(parse({ preset })).toMatchObject({ kind: "invalid", problems: [{ path: "preset" }] });
	});

	it("do not hide a group that is no group", () => {
		expect(parse({ preset: "sorel", solar_charging: 7 })).toMatchObject({
			kind: "invalid",
			problems: [{ path: "solar_charging" }],
		});
	});

	it("law 10: end a value set at run time where they bring another one, and only there", () => {
		const set = (field: string, value: number, replaced: number) => ({
			rule: "solar_charging",
			field,
			value,
			replaced,
		});
		const stored = [set("start_at", 9, 8), set("stop_at", 3, 4)];
		const changed = inForce(rules, settings({ preset: "resol_bs4" }), stored);
		expect(changed.settings["solar_charging"]).toMatchObject({ start_at: 6, stop_at: 3 });
		expect(changed.dropped).toEqual([stored[0]]);
		const same = inForce(rules, settings({ preset: "ta_uvr61" }), stored);
		expect(same.settings["solar_charging"]).toMatchObject({ start_at: 9, stop_at: 3 });
	});
});

describe("functions that exclude each other", () => {
	const both = [
		["system_cooling", "collector_cooling"],
		["drain_back", "frost_guard"],
		["drain_back", "tube_kick"],
		["drain_back", "night_cooling"],
		["drain_back", "forecast_cooling"],
		["drain_back", "holiday"],
	] as const;

	test.each(both)("%s and %s, are told when the options are read, with what to do", (one, other) => {
		const parsed = parse({ [one]: { enabled: true }, [other]: { enabled: true } });
		expect(parsed.kind === "invalid" && parsed.problems.map(({ path, remedy }) => [path, remedy])).toContainEqual([
			expect.stringMatching(/\.enabled$/),
			{ code: "excluded_by", facts: { other: expect.stringMatching(/\.enabled$/) } },
		]);
	});

	test.each(both)("%s and %s, are refused at run time as well", (one, other) => {
		const off = { ...settings({ collector_cooling: { enabled: false } }) };
		const on = inForce(rules, off, [
			{ rule: one, field: "enabled", value: true, replaced: false },
			{ rule: other, field: "enabled", value: true, replaced: false },
		]);
		expect(on.dropped).toHaveLength(1);
	});

	it("may work at different places of one house", () => {
		const two = {
			collectors: [{ id: "roof" }, { id: "shed" }],
			tanks: [{ id: "tank" }],
			sensors: ["roof", "shed"].map((of, n) => ({
				id: `t${n}`,
				role: "collector",
				of,
				source: `one_wire:28-00000000000${n}`,
			})),
			outputs: ["a", "b"].map((id, n) => ({
				id,
				role: "pump",
				target: `usb_relay:/dev/serial/by-id/x-if00-port0/${n + 1}`,
			})),
		};
		const circuit = (id: string, from: string, pump: string, own: object) => ({ id, from, to: "tank", pump, ...own });
		const sensors = [...two.sensors, { id: "tank_t", role: "tank", source: "one_wire:28-000000000009" }];
		const of = (one: object, other: object) => {
			const circuits = [circuit("c1", "roof", "a", one), circuit("c2", "shed", "b", other)];
			const parsed = parse({ ...two, sensors, circuits });
			return parsed.kind === "valid" ? [] : parsed.problems.map(({ remedy }) => remedy.code);
		};
		expect(of({ drain_back_enabled: true }, { frost_guard_enabled: true })).toEqual([]);
		expect(of({ drain_back_enabled: true, frost_guard_enabled: true }, {})).toEqual(["excluded_by"]);
	});
});
