import { describe, expect, it, test } from "@jest/globals";
import { bind } from "#control/bind.ts";
import type { Situation } from "#control/rule.ts";
import type { Group } from "#model/decision/settings.ts";
import { type Sensor, sensorId } from "#model/plant/plant.ts";
import type { Reading } from "#model/plant/reading.ts";
import { instant } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { nightCoolingForecast } from "#rules/cooling/night/night-cooling-forecast.ts";
import { nightCoolingHoliday } from "#rules/cooling/night/night-cooling-holiday.ts";
import * as registry from "#rules/index.ts";
import { ask, fakePlant, play, situation } from "../../fakes/plant.ts";

const base = fakePlant();
const forecast: Sensor = {
	...base.sensors[0],
	...{ id: sensorId("tomorrow"), role: "sun_tomorrow", quantity: "energy", index: base.sensors.length },
	range: { low: 0, high: 1e8 },
} as Sensor;
const plant = { ...base, sensors: [...base.sensors, forecast] };
const settings = nightCoolingForecast.options.parse({ enabled: true });
const at = (weekday: number, hour: number): Wall => ({
	...{ date: "2026-07-01", weekday, minute_of_day: Math.round(hour * 60), trusted: true },
});

type Memory = { readonly cooling: boolean; readonly evening: number };
const [instance] = bind(plant, [nightCoolingForecast]).instances;
/** Through these moments: what it remembers and whether it cools. */
function through(moments: readonly { wall: Wall; sun?: number; tank?: number; top?: number; collector?: number }[]) {
	let memory: Memory = { cooling: false, evening: 0 };
	return moments.map(({ wall, sun, tank = 75, top, collector = 20 }) => {
		const now = instant(1000);
		const layer = top === undefined ? {} : { tank_140: top };
		const known = situation(settings, { collector, tank, ...layer }, { plant: base, wall, now });
		const reading: Reading =
			sun === undefined ? { kind: "stale", at: now } : ({ kind: "ok", value: sun, at: now } as Reading);
		const all = { ...known, plant, readings: [...known.readings, reading] } as Situation<Group>;
		const asked = nightCoolingForecast.propose(instance?.here as never, all as never, memory);
		memory = asked.memory;
		return asked.claims.some(({ at_least }) => at_least > 0);
	});
}

describe("cooling before sunny days", () => {
	it("cools after an evening that expects 15 kWh or more, until the morning", () => {
		const hours: readonly [number, number][] = [
			...[
				[3, 16.9],
				[3, 17],
				[3, 23.9],
				[4, 0],
				[4, 8.9],
				[4, 9],
				[4, 16.9],
			],
		] as const as never;
		expect(through(hours.map(([day, hour]) => ({ wall: at(day, hour), sun: 15 })))).toEqual([
			...[false, true, true, true, true, false, false],
		]);
	});

	it("keeps the heat before a dull day", () => {
		expect(through([at(3, 18), at(4, 2)].map((wall) => ({ wall, sun: 14.9 })))).toEqual([false, false]);
	});

	// #stale-forecast-changes-nothing
	it("does nothing without a fresh forecast in the evening", () => {
		expect(through([at(3, 12), at(3, 18), at(4, 2)].map((wall) => ({ wall })))).toEqual([false, false, false]);
	});

	it("goes by the evening's last forecast after midnight, when the source speaks of another day", () => {
		const night = [
			{ wall: at(7, 22), sun: 20 },
			{ wall: at(1, 1), sun: 0 },
			{ wall: at(1, 3) },
			{ wall: at(1, 5), sun: 40 },
		];
		expect(through(night)).toEqual([true, true, true, true]);
		expect(
			through([
				{ wall: at(7, 22), sun: 1 },
				{ wall: at(1, 1), sun: 40 },
			]),
		).toEqual([false, false]);
	});

	it("forgets an evening that is not yesterday's", () => {
		expect(
			through([
				{ wall: at(3, 22), sun: 20 },
				{ wall: at(5, 2), sun: 20 },
				{ wall: at(4, 2), sun: 20 },
			])[1],
		).toBe(false);
	});

	test.each([
		[70, 65, true],
		[69.9, 20, false],
		[75, 70.1, false],
		[75, 70, true],
	])("a tank of %d °C over a collector of %d °C: %s", (tank, collector, cooled) => {
		expect(through([{ wall: at(3, 22), sun: 20, tank, collector }])).toEqual([cooled]);
	});

	it("ends 5 K below in a tank with one sensor", () => {
		const tanks = [70, 65, 64.9, 68];
		expect(through(tanks.map((tank) => ({ wall: at(3, 22), sun: 20, tank })))).toEqual([true, true, false, false]);
	});

	// #cools-around-the-coil
	it("cools around the coil down to 20 °C while the tank is hot above it", () => {
		const coil = [60, 40, 20.1, 20, 24.9, 25, 25.1];
		expect(through(coil.map((tank) => ({ wall: at(3, 22), sun: 20, tank, top: 80, collector: 12 })))).toEqual([
			...[true, true, true, false, false, false, true],
		]);
		const tops = [70, 65, 64.9, 69.9, 70];
		expect(through(tops.map((top) => ({ wall: at(3, 22), sun: 20, tank: 40, top, collector: 12 })))).toEqual([
			...[true, true, false, false, true],
		]);
	});

	it("runs on while the collector is 1 K colder", () => {
		const colder = [5, 1, 0.9, 4.9, 5];
		const rows = colder.map((by) => ({ wall: at(3, 22), sun: 20, tank: 40, top: 80, collector: 40 - by }));
		expect(through(rows)).toEqual([true, true, false, false, true]);
	});

	it("needs a clock that is set, and rests without a forecast wired", () => {
		expect(through([{ wall: { ...at(3, 22), trusted: false }, sun: 20 }])).toEqual([false]);
		expect(bind(base, [nightCoolingForecast]).instances).toEqual([]);
	});
});

describe("the holiday", () => {
	const holiday = nightCoolingHoliday.options.parse({ enabled: true, days: 2 });
	const DAY = 86_400;
	const night = (t: number, memory: Memory2, of = holiday) =>
		ask(nightCoolingHoliday, situation(of, { collector: 15, tank: 50 }, { now: instant(t) }), memory);
	type Memory2 = { readonly cooling: boolean; readonly begun: number };

	it("begins when it is switched on, and ends by itself", () => {
		const first = night(1000, { cooling: false, begun: -1 });
		expect(first.memory).toEqual({ cooling: true, begun: 1000 });
		expect(night(1000 + 2 * DAY - 1, first.memory).claims.length).toBeGreaterThan(0);
		expect(night(1000 + 2 * DAY, first.memory).claims).toEqual([]);
		expect(night(9000 + 2 * DAY, first.memory).memory).toEqual({ cooling: false, begun: 1000 });
	});

	it("begins anew when it is switched off and on", () => {
		const off = night(5000, { cooling: true, begun: 1000 }, nightCoolingHoliday.options.parse({ days: 2 }));
		expect(off).toEqual({ claims: [], idle: [], memory: { cooling: false, begun: -1 } });
		expect(night(1000 + 3 * DAY, off.memory).memory.begun).toBe(1000 + 3 * DAY);
	});

	it("cools the tank to 40 °C, heats nothing meanwhile, and keeps to the limits", () => {
		const rules = Object.values(registry);
		const rows = [50, 41, 36, 35, 34.9, 39].map((tank) => ({ collector: 15, tank, tank_20: tank, tank_140: tank }));
		const turns = play({ rules, settings: { holiday: { enabled: true } } }, rows);
		expect(turns.map((t) => t.on.pump)).toEqual([true, true, true, true, false, false]);
		expect(turns[0]?.because).toMatchObject({ pump: { code: "holiday_cools" }, heater: { code: "holiday_unheated" } });
		const hot = play({ rules, settings: { holiday: { enabled: true } } }, [{ collector: 15, tank: 96 }]);
		expect(hot[0]?.on.pump).toBe(false);
	});

	it("lets no heater heat what the next night would cool, until it ends", () => {
		const rules = Object.values(registry);
		const settings = { holiday: { enabled: true, days: 1 }, heater_control: { mode: "on", comfort: 45 } };
		const rows = Array.from({ length: 2 * 24 * 6 }, (_, n) => {
			const tank = n % 2 === 0 ? 34 : 38;
			return { t: n * 600, collector: 15, tank, tank_20: tank, tank_140: tank };
		});
		const heated = play({ rules, settings }, rows).filter((turn) => turn.on.heater);
		expect(heated[0]?.t).toBe(DAY);
		const blind = play({ rules, settings }, [
			{ t: 0, collector: { code: "open", facts: {} }, tank: 34, tank_20: 34, tank_140: 34 },
		]);
		expect(blind[0]?.on.heater).toBe(false);
	});
});

describe("a heater and cooling before a sunny day", () => {
	const claimed = (tank: number) => {
		const known = situation(settings, { collector: 20, tank }, { plant: base, wall: at(3, 22) });
		const sun = { kind: "ok", value: 20, at: known.now } as Reading;
		const all = { ...known, plant, readings: [...known.readings, sun] } as Situation<Group>;
		const { claims } = nightCoolingForecast.propose(instance?.here as never, all as never, {
			cooling: false,
			evening: 0,
		});
		return claims.map(({ on, at_least, because }) => [on.id, at_least, because.code]);
	};

	it("do not take turns: none heats what has just been cooled, and a tank that is colder may be heated", () => {
		expect(claimed(69)).toEqual([["heater", 0, "tank_being_cooled"]]);
		expect(claimed(65)).toEqual([["heater", 0, "tank_being_cooled"]]);
		expect(claimed(64.9)).toEqual([]);
	});
});
