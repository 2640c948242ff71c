import { describe, expect, it, test } from "@jest/globals";
import { heaterEffect } from "#checks/heater-effect.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { Bench, plantWith, SENSORS, type Seen, thermometer, told } from "../fakes/rule-bench.ts";

const HOUR = 3600;
const ON = { outputs: { heater: { wanted: FULL, actual: FULL } } };
const RESTS = { outputs: { heater: { wanted: OFF, actual: OFF } } };
const layered = { sensors: [...SENSORS, { ...thermometer("layer", "tank_layer", 3), height: 140 }] };
const bench = (options: Readonly<Record<string, unknown>> = {}) =>
	new Bench(heaterEffect, plantWith(options), "heater");
const heats = (store: number | "lost"): Seen => ({ ...ON, told: { roof: 20, store } });

describe("a heater without effect", () => {
	test.each<[number, number, number]>([
		// 2 K times 300 L times 1.163 Wh at 3 kW are 14 minutes: three times that is less than an hour and a half.
		[300, 3000, 1.5 * HOUR],
		[300, 1000, Math.ceil(3 * 2 * 300 * 1.163 * 3.6)],
		[1000, 2000, Math.ceil((3 * 2 * 1000 * 1.163 * 3.6) / 2)],
	])("in a tank of %d L with %d W is found in time", (volume, power, first) => {
		expect(bench({ tank: { volume }, heater: { power } }).begins(0, 5 * HOUR, heats(40))).toBe(first);
	});

	it("is told with the minutes of its run", () => {
		const one = bench();
		one.during(0, 2 * HOUR, heats(40), 60);
		expect(told(one.found)).toEqual([["warning", "heater_no_effect", { output: "heater", minutes: 90 }]]);
		one.during(2 * HOUR, 3 * HOUR, {}, 60);
		expect(told(one.found)).toEqual([["warning", "heater_no_effect", { output: "heater", minutes: 90 }]]);
	});

	test.each<[number, number | undefined]>([
		[42, undefined],
		[41.9, 1.5 * HOUR],
	])("is none when its tank has got from 40 to %d °C", (rises, first) => {
		const one = bench();
		one.look(0, heats(40));
		expect(one.begins(60, 3 * HOUR, heats(rises), 60)).toBe(first);
	});

	it("goes by any sensor of its tank, and by the lowest that each told", () => {
		const one = bench(layered);
		one.look(0, { ...heats(40), told: { store: 40, layer: 50 } });
		one.look(60, { told: { store: 40, layer: 45 } });
		one.look(120, { told: { store: 40, layer: 46.9 } });
		expect(one.begins(180, 3 * HOUR, {}, 60)).toBe(1.5 * HOUR);
		const other = bench(layered);
		other.look(0, { ...heats(40), told: { store: 40, layer: 50 } });
		other.look(60, { told: { store: 40, layer: 45 } });
		other.look(120, { told: { store: 40, layer: 47 } });
		expect(other.begins(180, 3 * HOUR, {}, 60)).toBeUndefined();
	});

	it("was seen to work once in a run, and may cool down in it", () => {
		const one = bench();
		one.look(0, heats(40));
		one.look(60, heats(42));
		expect(one.begins(120, 5 * HOUR, heats(30), 60)).toBeUndefined();
		expect(one.changed).toBe(false);
	});

	it("is found without any sensor too", () => {
		expect(bench().begins(0, 3 * HOUR, heats("lost"), 60)).toBe(1.5 * HOUR);
	});

	it("counts one run: what rests begins anew", () => {
		const one = bench();
		one.during(0, 1.4 * HOUR, heats(40), 60);
		one.look(1.4 * HOUR + 60, RESTS);
		expect([one.changed, one.memory]).toEqual([true, {}]);
		one.look(1.4 * HOUR + 120);
		expect(one.changed).toBe(false);
		expect(one.begins(2 * HOUR, 5 * HOUR, heats(40), 60)).toBe(3.5 * HOUR);
	});

	it("stays found while it rests, and in the next run until its tank gets warmer", () => {
		const one = bench();
		one.during(0, 2 * HOUR, heats(40), 60);
		one.look(2 * HOUR + 60, RESTS);
		expect([one.found.length, one.memory]).toEqual([1, { found: 90 }]);
		one.look(3 * HOUR, heats(40));
		expect(one.found).toHaveLength(1);
		one.look(3 * HOUR + 60, heats(42));
		expect(one.found).toEqual([]);
	});

	it("changes its memory only where something is new", () => {
		const one = bench();
		const changes = [heats(40), {}, heats(39), heats(39.5), heats("lost")].map((seen, nth) => {
			one.look(nth * 60, seen);
			return one.changed;
		});
		expect(changes).toEqual([true, false, true, false, false]);
	});

	it("goes by what its board confirms, and by what was wanted where it confirms nothing", () => {
		const quiet = { ...heats(40), outputs: { heater: { wanted: FULL, actual: undefined } as never } };
		expect(bench().begins(0, 3 * HOUR, quiet, 60)).toBe(1.5 * HOUR);
		const refused = { ...heats(40), outputs: { heater: { wanted: FULL, actual: OFF } } };
		expect(bench().begins(0, 3 * HOUR, refused, 60)).toBeUndefined();
	});
});

describe("its places", () => {
	const plant = plantWith();
	const [pump, heater] = plant.outputs;
	const placed = (output: typeof pump, of = plant) => output !== undefined && heaterEffect.where?.(output, of);

	it("are heaters with a power, in a tank with a sensor", () => {
		expect([placed(pump), placed(heater)]).toEqual([false, true]);
		expect(placed(heater, { ...plant, heater: { power: 0 as never } })).toBe(false);
		expect(placed(heater, { ...plant, heater: { power: 1 as never } })).toBe(true);
		expect(placed(heater, { ...plant, parts: plant.parts.map((part) => ({ ...part, sensors: [] })) })).toBe(false);
		expect(placed(heater, { ...plant, parts: plant.parts.map((part) => ({ ...part, heaters: [] })) })).toBe(false);
	});

	it("count the volume of their own tank", () => {
		const own = { ...plant, parts: plant.parts.map((part) => ({ ...part, volume: 3000 as never })) };
		const one = new Bench(heaterEffect, own, "heater");
		const power = plant.heater.power;
		const seconds = Math.ceil((3 * 2 * 3000 * 1.163 * HOUR) / power);
		expect(one.begins(0, 10 * HOUR, heats(40))).toBe(seconds);
	});
});
