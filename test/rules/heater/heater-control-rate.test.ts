import { describe, expect, it, test } from "@jest/globals";
import { celsius, instant, kelvinPerHour } from "#model/quantities/units.ts";
import { computedRate, learned, type Pace, pace, rateOf } from "#rules/heater/heater-control-rate.ts";
import { plantWith } from "../../fakes/rule-bench.ts";

const HOUR = 3600;
const seen = (
	now: number,
	tank: number | undefined,
	changes: { full?: boolean; charging?: boolean; computed?: number } = {},
) => ({
	now: instant(now),
	tank: tank === undefined ? undefined : celsius(tank),
	full: changes.full ?? true,
	charging: changes.charging ?? false,
	computed: kelvinPerHour(changes.computed ?? 6),
});
const ENDS = { full: false };

describe("how fast the heater heats", () => {
	it("is unknown at first", () => {
		expect(pace.parse(undefined)).toEqual({ learned: 0 });
		expect(() => pace.parse({ learned: -0.5 })).toThrow();
		expect(pace.parse({ learned: 0.5 })).toEqual({ learned: 0.5 });
	});

	it("is measured from the begin of a run at full power", () => {
		const begun = learned({ learned: 3 }, seen(1000, 40));
		expect(begun).toEqual({ learned: 3, run: { at: 1000, from: 40 } });
		expect(learned(begun, seen(2000, 45))).toBe(begun);
	});

	test.each<[string, Parameters<typeof seen>]>([
		["not at full power", [1000, 40, ENDS]],
		["that the sun charges too", [1000, 40, { charging: true }]],
		["of a tank without a sensor", [1000, undefined]],
	])("is not measured in a run %s", (_, given) => {
		const before: Pace = { learned: 3 };
		expect(learned(before, seen(...given))).toBe(before);
	});

	const run = (lasted: number, rise: number, changes: object = {}, known = 0) =>
		learned({ learned: known, run: { at: 1000, from: 40 } }, seen(1000 + lasted, 40 + rise, { ...ENDS, ...changes }));

	test.each<[number, number, number]>([
		[1200, 2, 6],
		[1199, 2, 0],
		[1200, 1.9, 0],
		[HOUR, 6, 6],
		[HOUR, 7.24, 7.2],
		[HOUR, 7.26, 7.3],
	])("in %d s by %d K is %d K/h", (lasted, rise, rate) => {
		expect(run(lasted, rise)).toEqual({ learned: rate });
	});

	test.each<[number, number]>([
		[2, 2],
		[1.99, 0],
		[36, 36],
		[36.01, 0],
	])("of %d K/h is plausible beside 6 K/h from power and volume: %d", (rate, kept) => {
		expect(run(2 * HOUR, 2 * rate)).toEqual({ learned: kept });
	});

	it("counts three tenths of a new run against what is known", () => {
		expect(run(HOUR, 10, {}, 5)).toEqual({ learned: 6.5 });
		expect(run(HOUR, 4, {}, 6)).toEqual({ learned: 5.4 });
	});

	it("is not learned where the sun charged or the sensor was lost at the end", () => {
		expect(run(HOUR, 6, { charging: true }, 4)).toEqual({ learned: 4 });
		expect(run(HOUR, 6, { charging: true, full: true }, 4)).toEqual({ learned: 4 });
		const lost = learned({ learned: 4, run: { at: 0, from: 40 } }, seen(HOUR, undefined, ENDS));
		expect(lost).toEqual({ learned: 4 });
	});
});

describe("the rate by power and volume", () => {
	const rate = (volume: number, power: number, heaters = 1, own?: number) => {
		const plant = plantWith();
		const [tank] = plant.parts.filter(({ kind }) => kind === "tank");
		const [heater] = tank?.heaters ?? [];
		if (tank === undefined || heater === undefined) throw new Error("the house has a heater");
		const changed = { ...plant, tank: { volume: volume as never }, heater: { power: power as never } };
		return computedRate(
			{ ...tank, ...(own !== undefined && { volume: own as never }) },
			Array.from({ length: heaters }, () => heater),
			changed,
		);
	};

	test.each<[number, number, number, number | undefined, number]>([
		[1000, 1163, 1, undefined, 1],
		[500, 3000, 1, undefined, 5.159],
		[500, 3000, 2, undefined, 10.318],
		[500, 3000, 1, 1000, 2.58],
		[0, 3000, 1, undefined, 5],
		[500, 0, 1, undefined, 5],
		[0, 0, 1, undefined, 5],
		[1, 1, 1, undefined, 0.86],
		[500, 3000, 0, undefined, 5],
	])("of %d L and %d W with %d heaters (own volume %s) is %d K/h", (volume, power, heaters, own, expected) => {
		expect(rate(volume, power, heaters, own)).toBeCloseTo(expected, 2);
	});

	test.each<[number, number, number]>([
		[8, 4, 8],
		[0.5, 4, 0.5],
		[0, 4, 4],
		[0, 0.5, 0.5],
		[0, 0, 6],
	])("declared %d, learned %d: %d K/h counts", (declared, known, counts) => {
		expect(rateOf(kelvinPerHour(declared), { learned: known }, kelvinPerHour(6))).toBe(counts);
	});
});
