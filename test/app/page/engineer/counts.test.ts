import { describe, expect, it } from "@jest/globals";
import { fault } from "#model/plant/fault.ts";
import type { Sample } from "#model/plant/reading.ts";
import { celsius, instant, kelvin, seconds } from "#model/quantities/units.ts";
import { Counts } from "../../../../src/app/page/engineer/counts.ts";
import { output, plantWith, sensor } from "../../../fakes/owners-plant.ts";

const HOUR = 3_600_000;
const bare = plantWith([sensor("collector", "collector", 0), sensor("tank", "tank", 1)], [output("pump", "pump", 0)]);
const plant = { ...bare, sensors: bare.sensors.map((one) => ({ ...one, offset: kelvin(0.5) })) };
const pace = seconds(1);
const read = (): Sample => ({ value: celsius(20), at: instant(1), pace });
const failed = (code: "crc" | "no_answer" | "implausible"): Sample => ({ pace, fault: fault(code) }) as Sample;
const counts = () => new Counts(plant, 1000);
const shown = (one: Counts) => one.view({ memories: {} });

describe("the counts", () => {
	it("are one for each read, by what became of it", () => {
		const one = counts();
		const kept = read();
		one.turned(0, [kept, failed("crc")]);
		one.turned(1000, [kept, failed("no_answer")]);
		one.turned(2000, [read(), failed("implausible")]);
		const { sensors, buses } = shown(one);
		expect(sensors.get("collector")).toEqual({ offset: 0.5, errors: 0 });
		expect(sensors.get("tank")).toEqual({ offset: 0.5, errors: 3 });
		expect(buses).toEqual([{ id: "one_wire", reads: 5, corrupt: 1, silent: 1, other: 1 }]);
	});

	it("forget what was a day ago, and stay as few as there are hours", () => {
		const one = counts();
		one.turned(0, [failed("crc"), undefined]);
		for (let hour = 1; hour <= 23; hour += 1) one.turned(hour * HOUR, []);
		expect(shown(one).buses[0]?.corrupt).toBe(1);
		for (let hour = 24; hour <= 1000; hour += 1) one.turned(hour * HOUR, []);
		expect(shown(one).buses[0]).toMatchObject({ reads: 0, corrupt: 0 });
		expect(shown(one).hours).toBe(24);
	});

	it("know the longest time between two turns", () => {
		const one = counts();
		expect(shown(one).loop).toBeUndefined();
		for (const at of [0, 1000, 2041, 3000]) one.turned(at, []);
		expect(shown(one).loop).toEqual({ longest: 1041, period: 1000 });
	});

	it("have the starts of today and of the last hour, but none that began before", () => {
		const one = counts();
		const midnight = 24 * HOUR;
		const switched = [
			[midnight - HOUR, 100],
			[midnight + HOUR, 0],
			[midnight + 2 * HOUR, 60],
			[midnight + 2.1 * HOUR, 80],
			[midnight + 2.2 * HOUR, 0],
			[midnight + 4.5 * HOUR, 100],
		].map(([at = 0, percent = 0]) => ({ kind: "switched" as const, at, output: "pump", percent }));
		const memories = { output_runs: { runs: { pump: { seconds: 7200, starts: 41 } } } };
		const { outputs } = one.view({ memories }, { midnight, now: midnight + 5 * HOUR, switched });
		expect(outputs.get("pump")).toEqual({ today: 2, hour: 1, starts: 41, seconds: 7200, limit: 0 });
	});
});
