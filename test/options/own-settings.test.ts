import { describe, expect, it, test } from "@jest/globals";
import { bind } from "#control/bind.ts";
import { remembered } from "#control/memory/memories.ts";
import { changeSetting, inForce } from "#control/settings.ts";
import { firstState, step } from "#control/step.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import type { Override, Settings } from "#model/decision/settings.ts";
import { AT_REST } from "#model/plant/output.ts";
import { celsius, instant, seconds } from "#model/quantities/units.ts";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import * as registry from "#rules/index.ts";
import { Keeper, type Saving } from "#runtime/keeper.ts";
import { narrate } from "#runtime/log/narrate.ts";
import { toldProblem } from "#texts/say.ts";
import { seen } from "../fakes/owners-plant.ts";
import { owner } from "./plants.ts";
import { twoTanks } from "./two-tanks.ts";

type Item = Readonly<Record<string, unknown>>;
const rules = Object.values(registry);

const withOwn = (list: string, index: number, own: Item, changes: Item = {}) => {
	const raw = twoTanks(changes);
	const items = raw[list] as Item[];
	return { ...raw, [list]: items.map((item, i) => (i === index ? { ...item, ...own } : item)) };
};
const valid = (raw: unknown) => {
	const parsed = parse(raw);
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	const { options } = parsed;
	return { plant: plantOf(options), settings: settingsOf(options) };
};
const problems = (raw: unknown) => {
	const parsed = parse(raw);
	return parsed.kind === "valid" ? [] : parsed.problems.map((one) => toldProblem("en", one));
};

const EAST = { solar_charging_start_at: 6 };
const east = valid(withOwn("circuits", 0, EAST));

describe("a setting that an entry has for itself", () => {
	it("makes the whole group as it applies at that place, and at no other", () => {
		expect(east.plant.own_settings).toEqual([
			{ rule: "solar_charging", place: "ost_varmvatten", fields: ["start_at"] },
		]);
		expect(east.settings["solar_charging@ost_varmvatten"]).toMatchObject({ start_at: 6, stop_at: 4 });
		expect(east.settings["solar_charging"]).toMatchObject({ start_at: 8, stop_at: 4 });
		expect(Object.keys(east.settings).filter((key) => key.includes("@"))).toHaveLength(1);
	});

	it("is there for every field of the rules that run for such an entry", () => {
		const { settings } = valid(
			withOwn("tanks", 1, { tank_limit_target: 60, tank_limit_maximum: 80 }, { tank_limit: { target: 70 } }),
		);
		expect(settings["tank_limit@buffer"]).toEqual({ target: 60, hysteresis: 2, maximum: 80 });
		expect(
			valid(withOwn("collectors", 0, { boil_stop_stop_at: 120, boil_stop_release_below: 110 })).settings,
		).toHaveProperty(["boil_stop@ost"], { stop_at: 120, release_below: 110 });
		expect(valid(withOwn("circuits", 0, { night_cooling_enabled: true })).settings).toHaveProperty([
			"night_cooling@ost_varmvatten",
			"enabled",
		]);
	});

	it("is obeyed by the rule there, also where there is one place only", () => {
		const plants = [east, valid(owner({ circuits: [{ from: "collector", to: "tank", pump: "pump", ...EAST }] }))];
		for (const { plant, settings } of plants) {
			const bound = bind(plant, rules);
			const atRest = plant.outputs.map(() => AT_REST);
			const before = firstState("auto", settings, remembered(bound, {}), atRest);
			const samples = plant.sensors.map(({ role }) => ({
				value: celsius(role === "collector" ? 47 : 40),
				at: instant(100),
				pace: seconds(5),
			}));
			const { state } = step(bound, before, { now: instant(100), wall: UNTRUSTED, samples, intents: [] });
			const running = Object.entries(state.memories).filter(([key, memory]) =>
				key.startsWith("solar_charging") ? (memory as { running: boolean }).running : false,
			);
			expect(running.map(([key]) => key)).toEqual([
				plant === east.plant ? "solar_charging@ost_varmvatten" : "solar_charging",
			]);
		}
	});
});

describe("settings that cannot be are refused with both named:", () => {
	test.each<[string, unknown, string, RegExp]>([
		[
			"a stop above the group's start",
			withOwn("circuits", 0, { solar_charging_stop_at: 8 }),
			"circuits[0].solar_charging_stop_at",
			/below solar_charging\.start_at/,
		],
		[
			"a start below the group's stop",
			withOwn("circuits", 0, { solar_charging_start_at: 4 }),
			"circuits[0].solar_charging_start_at",
			/above solar_charging\.stop_at/,
		],
		[
			"a start below a stop of its own",
			withOwn("circuits", 0, { solar_charging_start_at: 10, solar_charging_stop_at: 10 }),
			"circuits[0].solar_charging_stop_at",
			/below solar_charging_start_at/,
		],
		[
			"a target above the group's maximum",
			withOwn("tanks", 1, { tank_limit_target: 90 }, { tank_limit: { maximum: 85 } }),
			"tanks[1].tank_limit_target",
			/below tank_limit\.maximum/,
		],
		[
			"a value out of its range",
			withOwn("tanks", 0, { tank_limit_maximum: 99 }),
			"tanks[0].tank_limit_maximum",
			/98 °C or less/,
		],
		[
			"a setting of another kind of place",
			withOwn("tanks", 0, { solar_charging_start_at: 6 }),
			"tanks[0].solar_charging_start_at",
			/no such option/,
		],
	])("%s", (_, raw, path, remedy) => {
		const found = problems(raw);
		expect(found.map((one) => one.path)).toEqual([path]);
		expect(found[0]?.remedy).toMatch(remedy);
	});

	it("an id that is taken by the entity of such a setting", () => {
		const raw = withOwn("circuits", 0, EAST);
		const outputs = [
			...(raw["outputs"] as Item[]),
			{ id: "solar_charging_start_at_ost_varmvatten", role: "other", target: "usb_relay:/dev/relays/6" },
		];
		expect(problems({ ...raw, outputs }).map(({ path }) => path)).toEqual(["outputs[5].id"]);
		expect(problems(twoTanks({ outputs }))).toEqual([]);
	});
});

describe("at run time", () => {
	const { plant, settings } = east;
	const own = plant.own_settings;
	const PLACE = "solar_charging@ost_varmvatten";
	const changed = (key: string, field: string, value: number, from: Settings = settings) =>
		changeSetting(rules, from, key, field, value, own);

	it("a change of the group reaches every place that does not have that field itself", () => {
		expect(changed("solar_charging", "stop_at", 3)).toMatchObject({
			settings: { solar_charging: { start_at: 8, stop_at: 3 }, [PLACE]: { start_at: 6, stop_at: 3 } },
		});
		expect(changed("solar_charging", "start_at", 12)).toMatchObject({
			settings: { solar_charging: { start_at: 12, stop_at: 4 }, [PLACE]: { start_at: 6, stop_at: 4 } },
		});
	});

	it("a change of the group that fits the group and not a place is refused with the place's name", () => {
		const refused = changed("solar_charging", "stop_at", 6);
		if (refused.kind === "changed") throw new Error("6 K is the start at the place");
		expect(toldProblem("en", refused.problem)).toMatchObject({
			path: "solar_charging.stop_at",
			value: "6",
			remedy: expect.stringMatching(/^At ost_varmvatten.*1 K below start_at/),
		});
	});

	it("a place's own field can be set, and no other there", () => {
		expect(changed(PLACE, "start_at", 7)).toMatchObject({
			settings: { solar_charging: { start_at: 8 }, [PLACE]: { start_at: 7, stop_at: 4 } },
		});
		expect(changed(PLACE, "stop_at", 3)).toMatchObject({
			kind: "refused",
			problem: { remedy: { code: "no_such_setting" } },
		});
		expect(changed("solar_charging@buffer", "start_at", 7)).toMatchObject({ kind: "refused" });
		expect(changed(PLACE, "start_at", 4.5)).toMatchObject({
			kind: "refused",
			problem: { path: "ost_varmvatten.solar_charging_start_at" },
		});
	});

	it("only what was set is kept and logged, not what places take over from their group", () => {
		const now = changed("solar_charging", "stop_at", 3);
		if (now.kind === "refused") throw new Error("3 K fits");
		const both = changed(PLACE, "start_at", 7, now.settings);
		if (both.kind === "refused") throw new Error("7 K fits");
		const saved: Saving[] = [];
		const keeper = new Keeper(rules, plant, settings, "auto", (saving) => saved.push(saving));
		keeper.keep({ now: instant(0), mode: "auto", settings: both.settings, memories: {}, outputs: [], starts: {} });
		expect(saved[0]?.overrides).toEqual([
			{ rule: "solar_charging", field: "stop_at", value: 3, replaced: 4 },
			{ rule: PLACE, field: "start_at", value: 7, replaced: 6 },
		]);
		const turn = (settings: Settings) => ({ ...seen({}), plant, settings, outputs: [] });
		const news = narrate(turn(settings), turn(both.settings));
		expect(news.filter(({ code }) => code === "setting").map(({ facts }) => facts)).toEqual([
			{ path: "solar_charging.stop_at", value: 3 },
			{ path: "ost_varmvatten.solar_charging_start_at", value: 7 },
		]);
	});

	it("law 10: it wins until that same field changes on the options page", () => {
		const kept: Override = { rule: PLACE, field: "start_at", value: 7, replaced: 6 };
		const group: Override = { rule: "solar_charging", field: "stop_at", value: 3, replaced: 4 };
		expect(inForce(rules, settings, [kept, group], own).settings).toMatchObject({
			solar_charging: { start_at: 8, stop_at: 3 },
			[PLACE]: { start_at: 7, stop_at: 3 },
		});
		const page = valid(withOwn("circuits", 0, { solar_charging_start_at: 9 }));
		expect(inForce(rules, page.settings, [kept, group], page.plant.own_settings)).toMatchObject({
			settings: { [PLACE]: { start_at: 9, stop_at: 3 } },
			dropped: [kept],
		});
		const gone = valid(twoTanks());
		expect(inForce(rules, gone.settings, [kept, group])).toMatchObject({ overrides: [group], dropped: [kept] });
	});
});

describe("in Home Assistant", () => {
	it("there is a number for the group, and one for a place that has the field itself", () => {
		const { plant } = east;
		const keys = entitiesOf(plant, "en").map(({ key }) => key);
		expect(keys.filter((key) => key.startsWith("solar_charging_"))).toEqual([
			"solar_charging_start_at",
			"solar_charging_stop_at",
			"solar_charging_collector_minimum",
			"solar_charging_start_at_ost_varmvatten",
		]);
		const number = entitiesOf(plant, "sv").find(({ key }) => key.endsWith("ost_varmvatten"));
		expect(number?.name).toMatch(/\(Öst.*Varmvatten\)$/);
		expect(number?.component).toMatchObject({ min: 1, max: 40, unit_of_measurement: "K" });
		expect(number?.command?.("7.5", seen({}))).toEqual({
			kind: "setting",
			rule: "solar_charging@ost_varmvatten",
			field: "start_at",
			value: 7.5,
		});
	});
});
