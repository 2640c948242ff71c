import { describe, expect, it } from "@jest/globals";
import { type Sensor, sensorId } from "#model/plant/plant.ts";
import type { Reading } from "#model/plant/reading.ts";
import { celsius, FULL, instant, OFF, percent } from "#model/quantities/units.ts";
import { Minutes } from "#store/history/minutes.ts";
import { type Scene, turns } from "../../fakes/owners-plant.ts";
import { fakePlant } from "../../fakes/plant.ts";
import { widePlant } from "../../fakes/wide-plant.ts";

const whole = fakePlant();
/** Collector, tank and pump. */
const plant = { ...whole, sensors: whole.sensors.slice(0, 2), outputs: whole.outputs.slice(0, 1) };
const NOON_WALL = { date: "2026-07-01", minute_of_day: 720, weekday: 3 };

const NOON = Date.UTC(2026, 6, 1, 12);
const ok = (value: number): Reading => ({ kind: "ok", value: celsius(value), at: instant(0) });
const LOST: Reading = { kind: "stale", at: instant(0) };
const turn = (collector: Reading, tank: Reading, pump: boolean, trusted = true) => ({
	plant,
	readings: [collector, tank],
	outputs: [{ wanted: pump ? FULL : OFF, actual: pump ? FULL : OFF }],
	wall: { ...NOON_WALL, trusted },
	circuits: [],
});

describe("a minute", () => {
	it("says what was measured, unless it is a temperature", () => {
		const minutes = new Minutes();
		const [collector, tank] = plant.sensors;
		if (collector === undefined || tank === undefined) throw new Error("the fake plant has these");
		const meter: Sensor<"flow"> = { ...tank, id: sensorId("meter"), role: "flow", quantity: "flow" };
		minutes.add({ ...turn(ok(10), ok(3.5), false), plant: { ...plant, sensors: [collector, meter] } }, NOON);
		expect(minutes.rest()).toMatchObject([
			{
				means: [
					["collector", 10],
					["meter", 3.5, "flow"],
				],
			},
		]);
	});

	it("is recorded when the next one begins: the mean of all turns that had a value", () => {
		const minutes = new Minutes();
		minutes.add(turn(ok(10), LOST, false), NOON);
		expect(minutes.add(turn(ok(20), LOST, false), NOON + 59_999)).toEqual([]);
		expect(minutes.add(turn(ok(99), ok(40), false), NOON + 60_000)).toEqual([
			{
				kind: "minute",
				minute: NOON / 60_000,
				means: [
					["collector", 15],
					["tank", undefined],
				],
			},
		]);
	});

	it("that has only begun is there for the stop", () => {
		const minutes = new Minutes();
		expect(minutes.rest()).toEqual([]);
		minutes.add(turn(ok(10), ok(40), false), NOON);
		expect(minutes.rest()).toMatchObject([
			{
				means: [
					["collector", 10],
					["tank", 40],
				],
			},
		]);
	});

	it("is recorded for a clock that goes back, too", () => {
		const minutes = new Minutes();
		minutes.add(turn(ok(10), ok(40), false), NOON);
		expect(minutes.add(turn(ok(10), ok(40), false), NOON - 3_600_000)).toMatchObject([{ minute: NOON / 60_000 }]);
	});

	it("of a clock that nobody set is not recorded", () => {
		const minutes = new Minutes();
		expect(minutes.add(turn(ok(10), ok(40), true, false), 1000)).toEqual([]);
		expect(minutes.rest()).toEqual([]);
	});
});

describe("an output", () => {
	it("is recorded when it is first seen and when it switches, with the moment", () => {
		const minutes = new Minutes();
		const seen = [false, false, true, true, false].flatMap((pump, n) =>
			minutes.add(turn(ok(10), ok(40), pump), NOON + n * 1000),
		);
		expect(seen).toEqual([
			{ kind: "switched", at: NOON, output: "pump", percent: 0 },
			{ kind: "switched", at: NOON + 2000, output: "pump", percent: 100 },
			{ kind: "switched", at: NOON + 4000, output: "pump", percent: 0 },
		]);
	});
});

describe("a level", () => {
	const levels = (all: readonly (readonly [at: number, level: number])[]) => {
		const minutes = new Minutes();
		return all.flatMap(([at, level]) => {
			const outputs = [{ wanted: percent(level), actual: percent(level) }];
			return minutes
				.add({ ...turn(ok(10), ok(40), false), outputs }, NOON + at * 1000)
				.flatMap((one) => (one.kind === "switched" ? [[(one.at - NOON) / 1000, one.percent]] : []));
		});
	};

	it("that goes up and down by a step is recorded once a minute, and a start, a stop or a large change at once", () => {
		const steps = Array.from({ length: 130 }, (_, n): [number, number] => [12 + n, n % 2 === 0 ? 45 : 50]);
		expect(levels([[0, 0], [1, 100], [11, 45], ...steps, [142, 0], [143, 30]])).toEqual([
			[0, 0],
			[1, 100],
			[11, 45],
			[71, 50],
			[132, 45],
			[142, 0],
			[143, 30],
		]);
	});

	it("of a clock that goes back is recorded again", () => {
		expect(
			levels([
				[7200, 45],
				[3600, 50],
				[3601, 45],
			]),
		).toEqual([
			[7200, 45],
			[3600, 50],
		]);
	});
});

describe("the circuits of a wide plant", () => {
	const wide = widePlant(1, 2);
	const scene = (levels: Readonly<Record<string, number>>): Scene => ({
		effect: ({ id }) => ({ actual: percent(levels[id] ?? 0) }),
	});
	const recordedIn = (...scenes: readonly Scene[]) => {
		const minutes = new Minutes();
		return turns(scenes, wide).flatMap((snapshot, n) =>
			minutes
				.add({ ...snapshot, wall: { ...NOON_WALL, trusted: true } }, NOON + n * 60_000)
				.flatMap((one) => (one.kind === "switched" ? [`${one.output} ${one.percent}`] : [])),
		);
	};

	it("are recorded with their pump's level while heat flows, beside the outputs", () => {
		const charging = scene({ east_pump: 60, valve: 100 });
		const all = recordedIn(scene({}), charging, charging, scene({ valve: 100 }));
		expect(all.filter((one) => one.startsWith("circuit:"))).toEqual([
			"circuit:east_buffer 0",
			"circuit:east_hot_water 0",
			"circuit:east_hot_water 60",
			"circuit:east_hot_water 0",
		]);
		expect(all).toContain("east_pump 60");
	});
});
