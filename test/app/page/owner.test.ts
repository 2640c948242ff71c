import { describe, expect, it, test } from "@jest/globals";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { instant } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { ownerView } from "../../../src/app/page/owner.ts";
import { seen } from "../../fakes/owners-plant.ts";
import { SUNNY } from "../../web/stage.ts";

const DAY = 24 * 3600;
const EVENING: Wall = { date: "2026-09-12", minute_of_day: 16 * 60 + 40, weekday: 6, trusted: true };
const base = seen(SUNNY);
const given = (settings: Readonly<Record<string, object>>, more: Partial<Snapshot> = {}): Snapshot => ({
	...base,
	wall: EVENING,
	...more,
	settings: Object.fromEntries(
		Object.entries(base.settings).map(([rule, group]) => [rule, { ...group, ...settings[rule] }]),
	) as Snapshot["settings"],
});
const tank = base.plant.parts.find(({ kind }) => kind === "tank");
const layersAt = (ages: (n: number) => number) =>
	Object.fromEntries(
		(tank?.sensors ?? []).map(({ id }, n) => [id, { done: base.now - ages(n) * DAY, date: "2026-09-09" }]),
	);
const ownOf = (rule: string, field: string) => ({ rule, place: "tank", fields: [field] });

describe("targets", () => {
	it("are the limits of daily life, those of functions that are off left out", () => {
		expect(ownerView(given({}), "en").targets.map(({ rule, field }) => `${rule}.${field}`)).toEqual([
			"tank_limit.target",
			"solar_charging.start_at",
		]);
		const more = ownerView(given({ heater_control: { mode: "eco" }, legionella: { enabled: true } }), "sv").targets;
		expect(more).toHaveLength(6);
		expect(more[0]).toMatchObject({ value: 75, unit: "°C", min: 15, max: 90, name: expect.any(String) });
	});
});

describe("times that people change", () => {
	it("are those of functions that are on, with an example of how they are written", () => {
		expect(ownerView(given({}), "en").hours).toEqual([]);
		const { hours } = ownerView(
			given({ heater_control: { mode: "eco", ready_by: "06:30" }, legionella: { enabled: true } }),
			"de",
		);
		expect(hours).toMatchObject([
			{ rule: "heater_control", field: "ready_by", value: "06:30", name: "Warmwasser fertig um", moment: true },
			{ rule: "heater_control", field: "windows", value: "always", moment: false },
			{ rule: "legionella", field: "start_at", value: "20:00", moment: true },
		]);
	});
});

describe("legionella", () => {
	it("is not told while the function is off", () => {
		expect(ownerView(given({}), "en").legionella).toEqual([]);
	});

	it("goes by the oldest layer, with its date", () => {
		const memories = { legionella: { layers: layersAt((n) => (n === 2 ? 3.2 : 1)) } };
		const now = instant(20 * DAY);
		const aged = {
			legionella: {
				layers: Object.fromEntries(
					Object.entries(memories.legionella.layers).map(([id, layer]) => [
						id,
						{ ...layer, done: layer.done + 20 * DAY - base.now },
					]),
				),
			},
		};
		const [told] = ownerView(given({ legionella: { enabled: true } }, { memories: aged, now }), "en").legionella;
		expect(told).toMatchObject({ target: 60, every: 7, date: "2026-09-09" });
		expect(told?.days).toBeCloseTo(3.2, 1);
	});

	it("goes by what the tank has of its own", () => {
		const own = { ...base.settings["legionella"], enabled: true, target: 65, every: 5, start_at: "20:00" };
		const snapshot = given({ heater_control: { mode: "eco", ready_by: "06:30" } });
		const house: Snapshot = {
			...snapshot,
			plant: { ...base.plant, own_settings: [ownOf("legionella", "enabled"), ownOf("heater_control", "comfort")] },
			settings: {
				...snapshot.settings,
				"legionella@tank": own,
				"heater_control@tank": { ...snapshot.settings["heater_control"], comfort: 52 },
			},
		};
		const { legionella, plan } = ownerView(house, "en");
		expect(legionella).toEqual([{ target: 65, every: 5 }]);
		expect(plan.map(({ at }) => at)).toEqual(["20:00", "06:30"]);
		expect(plan[1]?.text).toContain("52");
	});

	test.each([{}, { layers: 5 }, { layers: {} }, undefined])("is never, where %j is remembered", (legionella) => {
		const [told] = ownerView(given({ legionella: { enabled: true } }, { memories: { legionella } }), "en").legionella;
		expect(told).toEqual({ target: 60, every: 7 });
	});
});

describe("what comes next", () => {
	it("has the heater's times with their local time, the next first", () => {
		const settings = {
			heater_control: { mode: "eco", ready_by: "06:30" },
			legionella: { enabled: true, start_at: "20:00" },
		};
		const { plan } = ownerView(given(settings), "en");
		expect(plan.map(({ at, in: wait }) => [at, wait / 60])).toEqual([
			["20:00", 200],
			["06:30", 830],
		]);
		expect(plan[1]?.text).toContain("45");
	});

	it("has none of them in mode off, nor without a clock", () => {
		const settings = { heater_control: { mode: "eco", ready_by: "06:30" } };
		expect(ownerView(given(settings, { mode: "off" }), "en").plan).toEqual([]);
		expect(ownerView(given(settings, { wall: { ...EVENING, trusted: false } }), "en").plan).toEqual([]);
	});
});
