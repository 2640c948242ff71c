import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { judge, patience } from "#control/judge.ts";
import { FAULT_CODES, fault } from "#model/plant/fault.ts";
import type { Plant } from "#model/plant/plant.ts";
import { type Reading, type Readings, type Sample, temperature } from "#model/plant/reading.ts";
import { asks, plausible, SENSOR_ROLES } from "#model/plant/sensor-role.ts";
import { QUANTITIES, type Quantity } from "#model/quantities/quantity.ts";
import { celsius, instant, kelvin, seconds } from "#model/quantities/units.ts";
import { fakePlant } from "../fakes/plant.ts";

const plant = fakePlant();
const [collector] = plant.sensors;
if (collector === undefined) throw new Error("the fake plant has a collector");
const sampleOf = (value: number, at: number, pace = 5): Sample => ({
	value: celsius(value),
	at: instant(at),
	pace: seconds(pace),
});
const first = (now: number, sample: Sample | undefined, before: Readings = [], of: Plant = plant) => {
	const { readings, notices } = judge(instant(now), of, [sample], before);
	return { reading: readings[0] as Reading, notices: notices.filter((n) => n.facts["sensor"] === "collector") };
};

describe("law 5: a reading is stale after three missed reads, at least 30 s", () => {
	test.each([
		[1, 30],
		[5, 30],
		[10, 30],
		[11, 33],
		[60, 180],
	])("a sensor read every %i s is believed for %i s", (pace, lasts) => {
		expect(patience(seconds(pace))).toBe(lasts);
		const sample = sampleOf(60, 100, pace);
		expect(first(100, sample).reading).toEqual({ kind: "ok", value: 60, at: 100 });
		expect(first(100 + lasts - 0.1, sample).reading.kind).toBe("ok");
		expect(first(100 + lasts, sample).reading).toEqual({ kind: "stale", at: 100 });
		expect(first(100 + lasts + 0.1, sample).reading).toEqual({ kind: "stale", at: 100 });
	});

	it("is stale exactly from then on, at any pace and age", () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0.1, max: 300, noNaN: true }),
				fc.double({ min: 0, max: 1000, noNaN: true }),
				(pace, age) => {
					const { reading } = first(age, sampleOf(60, 0, pace));
					expect(reading.kind).toBe(age < Math.max(3 * pace, 30) ? "ok" : "stale");
				},
			),
		);
	});

	it("uses the last good value after a failed read, and then reports the fault", () => {
		const sample: Sample = { ...sampleOf(60, 100), fault: fault("crc") };
		expect(first(129, sample).reading).toEqual({ kind: "ok", value: 60, at: 100 });
		expect(first(130, sample).reading).toEqual({ kind: "broken", fault: { code: "crc", facts: {} } });
	});

	it("accepts a fast change with a notice, and never as a lost sensor", () => {
		const before = first(100, sampleOf(60, 100)).reading;
		const after = first(105, sampleOf(95, 105), [before]);
		expect(after.reading).toEqual({ kind: "ok", value: 95, at: 105 });
		expect(after.notices).toEqual([
			{ level: "warning", code: "sensor_fast", facts: { sensor: "collector", from: 60, to: 95 } },
		]);
	});

	test.each([
		[69.9, 1, 0],
		[70, 1, 0],
		[70.1, 1, 1],
		[95, 10, 0],
		[110, 10, 0],
		[110.1, 10, 1],
	])("a change from 60 to %d °C in %d s makes %i notices", (to, dt, many) => {
		const before = first(100, sampleOf(60, 100)).reading;
		expect(first(100 + dt, sampleOf(to, 100 + dt), [before]).notices).toHaveLength(many);
	});
});

describe("an open, shorted or impossible sensor", () => {
	test.each(FAULT_CODES)("that says %s and never worked is broken, not a temperature", (code) => {
		expect(first(100, { pace: seconds(5), fault: fault(code) }).reading).toMatchObject({
			kind: "broken",
			fault: { code },
		});
	});

	test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -127, 1684.8, 300.1, -50.1])(
		"that says %d °C is broken as implausible",
		(value) => {
			const { reading } = first(100, sampleOf(value, 100));
			expect(reading).toMatchObject({ kind: "broken", fault: { code: "implausible", facts: { low: -50, high: 300 } } });
			expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
		},
	);

	it("has no temperature", () => {
		for (const reading of [
			{ kind: "stale", at: instant(0) },
			{ kind: "broken", fault: fault("open") },
			{ kind: "unknown" },
		] as const)
			expect(temperature([reading], collector)).toBeUndefined();
		expect(temperature([], collector)).toBeUndefined();
		expect(temperature([{ kind: "ok", value: celsius(1), at: instant(0) }], undefined)).toBeUndefined();
	});

	it("that was never read is unknown", () => {
		expect(first(100, undefined).reading).toEqual({ kind: "unknown" });
		expect(first(100, { pace: seconds(5) }).reading).toEqual({ kind: "unknown" });
		expect(first(100, { pace: seconds(5), value: celsius(60) }).reading).toEqual({ kind: "unknown" });
	});

	it("is lost too if the time of its reading is unknown", () => {
		expect(first(100, sampleOf(60, Number.NaN)).reading.kind).toBe("stale");
	});
});

describe("a judged reading", () => {
	test.each(SENSOR_ROLES.map((role) => [role, plausible(role).low, plausible(role).high] as const))(
		"of a %s is believed from %d to %d",
		(role, low, high) => {
			const quantity = asks(role) ?? "temperature";
			const one: Plant = { ...plant, sensors: [{ ...collector, role, quantity, range: plausible(role) }] };
			for (const [value, kind] of [
				[low - 0.1, "broken"],
				[low, "ok"],
				[high, "ok"],
				[high + 0.1, "broken"],
			] as const)
				expect(first(1, sampleOf(value, 1), [], one).reading.kind).toBe(kind);
		},
	);

	it("includes the sensor's offset", () => {
		const one = { ...plant, sensors: [{ ...collector, offset: kelvin(-1.5) }] };
		expect(first(1, sampleOf(60, 1), [], one).reading).toMatchObject({ value: 58.5 });
		expect(first(1, sampleOf(301, 1), [], one).reading.kind).toBe("ok");
	});

	it("that is ok never carries a value that is not finite or not plausible", () => {
		const samples = fc.array(
			fc.option(
				fc.record(
					{
						value: fc.oneof(fc.double(), fc.double({ min: -100, max: 400 })).map(celsius),
						at: fc.oneof(fc.double({ min: 0, max: 200 }), fc.constant(Number.NaN)).map(instant),
						pace: fc.double().map(seconds),
						fault: fc.constantFrom(...FAULT_CODES).map((code) => fault(code)),
					},
					{ requiredKeys: ["pace"] },
				),
				{ nil: undefined },
			),
			{ maxLength: 6 },
		);
		fc.assert(
			fc.property(samples, (sequence) => {
				let before: Readings = [];
				let now = 100;
				for (const sample of sequence) {
					now += 7;
					const { reading } = first(now, sample, before);
					if (reading.kind === "ok") {
						expect(reading.value).toBeGreaterThanOrEqual(-50);
						expect(reading.value).toBeLessThanOrEqual(300);
					}
					before = [reading];
				}
			}),
			{ numRuns: 300 },
		);
	});

	it("stays the same object while nothing changes", () => {
		for (const sample of [sampleOf(60, 100), { pace: seconds(5), fault: fault("open") }, sampleOf(60, 0)]) {
			const before = first(101, sample).reading;
			expect(first(102, sample, [before]).reading).toBe(before);
		}
	});

	it("reports once that a sensor is lost and once that it is back", () => {
		const ok = first(100, sampleOf(60, 100));
		const lost = first(130, sampleOf(60, 100), [ok.reading]);
		const still = first(131, sampleOf(60, 100), [lost.reading]);
		const broken = first(132, { pace: seconds(5), fault: fault("open") }, [still.reading]);
		const back = first(140, sampleOf(61, 140), [broken.reading]);
		expect([ok, lost, still, broken, back].map((r) => r.notices.map((n) => n.code))).toEqual([
			[],
			["sensor_stale"],
			[],
			["sensor_broken"],
			["sensor_back"],
		]);
	});
});

describe("judging, whatever is measured", () => {
	const of = (quantity: Quantity): Plant => ({
		...plant,
		sensors: [{ ...collector, role: "other", quantity, range: plausible("other", quantity) }],
	});

	test.each(QUANTITIES)(
		"%s is believed within its range alone, stale after three reads, and broken by a fault",
		(quantity) => {
			const { low, high } = plausible("other", quantity);
			const judged = (sample: Sample, now = 1) => first(now, sample, [], of(quantity)).reading;
			for (const value of [low, high]) expect(judged(sampleOf(value, 1))).toEqual({ kind: "ok", value, at: 1 });
			for (const value of [low - 0.1, high + 0.1, Number.NaN, Number.NEGATIVE_INFINITY])
				expect(judged(sampleOf(value, 1))).toMatchObject({ kind: "broken", fault: { code: "implausible" } });
			expect(judged(sampleOf(low, 0, 20), 59.9).kind).toBe("ok");
			expect(judged(sampleOf(low, 0, 20), 60).kind).toBe("stale");
			expect(judged({ ...sampleOf(low, 0, 20), fault: fault("crc") }, 60)).toMatchObject({ fault: { code: "crc" } });
		},
	);

	test.each([
		["temperature", 20, 80, 1],
		["flow", 0, 40, 0],
		["pressure", 1, 3, 0],
		["irradiance", 50, 1000, 0],
		["power", 0, 3000, 0],
		["humidity", 40, 90, 0],
		["speed", 40, 90, 0],
		["contact", 0, 1, 0],
		["energy", 10, 900, 0],
	] as const)("a jump of %s from %d to %d makes %i notices", (quantity, from, to, many) => {
		const before = first(100, sampleOf(from, 100), [], of(quantity)).reading;
		const { reading, notices } = first(101, sampleOf(to, 101), [before], of(quantity));
		expect(reading).toMatchObject({ kind: "ok", value: to });
		expect(notices).toHaveLength(many);
	});

	it("names the quantity in what it says of anything but temperatures", () => {
		const lost = first(1, sampleOf(600, 1), [], of("flow"));
		expect(lost.reading).toMatchObject({ fault: { facts: { value: 600, low: -100, high: 500, quantity: "flow" } } });
		const back = first(2, sampleOf(3.5, 2), [lost.reading], of("flow"));
		expect(back.notices).toMatchObject([{ code: "sensor_back", facts: { value: 3.5, quantity: "flow" } }]);
		const hot = first(1, sampleOf(600, 1), []);
		expect(hot.reading).toMatchObject({ fault: { facts: { value: 600, low: -50, high: 300 } } });
		expect(hot.reading).not.toHaveProperty("fault.facts.quantity");
	});
});
