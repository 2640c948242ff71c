import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { Collector, EASYSTAR, FLAT_PLATE } from "#simulation/heat/collector.ts";
import { CLIMATES, type Place } from "#simulation/weather/climate.ts";
import { DARK, type Irradiance } from "#simulation/weather/irradiance.ts";
import { Weather } from "#simulation/weather/weather.ts";

const headOn = (beam: number): Irradiance => ({ beam, diffuse: 0, incidence: 1 });
const AREA = 5;

/** Seconds until the outlet has reached `goal`; the collector is cut off from everything but sun and air. */
const heatingTime = (from: number, goal: number, sun: number, outdoor: number) => {
	const collector = new Collector(FLAT_PLATE, AREA, from);
	let seconds = 0;
	for (; collector.row.outlet < goal && seconds < 86400; seconds += 5) {
		collector.begin(5, 0, headOn(sun), outdoor);
		collector.flow(0);
	}
	return seconds;
};

describe("a collector without flow", () => {
	test.each([
		{ type: FLAT_PLATE, name: "the default plate", stagnates: 169 },
		{ type: EASYSTAR, name: "the certified plate", stagnates: 167 },
	])("stagnates at $stagnates °C under 1000 W/m² and 30 °C ($name)", ({ type, stagnates }) => {
		const collector = new Collector(type, AREA, 30);
		for (let step = 0; step < 5000; step++) {
			collector.begin(10, 0, headOn(1000), 30);
			collector.flow(0);
		}
		expect(Math.round(collector.row.outlet)).toBe(stagnates);
	});

	it("goes from 60 to 130 °C in about 24 minutes under 900 W/m²", () => {
		expect(Math.abs(heatingTime(60, 130, 900, 25) / 60 - 24)).toBeLessThan(3);
	});

	it("goes from 20 to 26 °C in about three and a half minutes under 300 W/m²", () => {
		expect(Math.abs(heatingTime(20, 26, 300, 20) / 60 - 3.5)).toBeLessThan(0.5);
	});

	it("cools to the air's temperature in the dark and no further", () => {
		const collector = new Collector(FLAT_PLATE, AREA, 90);
		for (let step = 0; step < 5000; step++) {
			collector.begin(10, 0, DARK, 5);
			collector.flow(0);
			expect(collector.row.outlet).toBeGreaterThanOrEqual(5);
		}
		expect(collector.row.outlet).toBeCloseTo(5, 1);
	});

	it("is blocked by steam above 130 °C until it is below 110 °C", () => {
		const collector = new Collector(FLAT_PLATE, AREA, 131);
		const hold = () => {
			collector.begin(10, 0, DARK, 20);
			collector.flow(0);
			return collector;
		};
		collector.begin(1, 0, headOn(1000), 20);
		collector.flow(0);
		expect(collector.boiling).toBe(true);
		while (hold().row.outlet >= 110) expect(collector.boiling).toBe(true);
		expect(collector.boiling).toBe(false);
	});
});

describe("any collector", () => {
	it("makes no heat from nothing: what was taken up is lost, carried away or still there, at any flow and step", () => {
		const watts = fc.double({ min: 0, max: 1100, noNaN: true });
		const carried = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 500, noNaN: true }));
		const temperature = fc.double({ min: -20, max: 150, noNaN: true });
		const step = fc.integer({ min: 1, max: 60 });
		fc.assert(
			fc.property(watts, carried, temperature, temperature, step, (sun, flow, start, inlet, seconds) => {
				const collector = new Collector(FLAT_PLATE, AREA, start);
				const before = collector.row.heat;
				let taken = 0;
				for (let count = 0; count < 30; count++) {
					collector.begin(seconds, flow, headOn(sun), 10);
					collector.flow(inlet);
					taken += seconds * flow * (collector.row.outlet - inlet);
				}
				const left = collector.absorbed - collector.lost - taken - (collector.row.heat - before);
				expect(Math.abs(left)).toBeLessThan(1);
			}),
		);
	});
});

/** Solar Keymark certificate of the Ebner EASYSTAR: kWh a year from one m² held at 25, 50 and 75 °C. */
const CERTIFIED: Record<Place, readonly [number, number, number]> = {
	stockholm: [638, 415, 246],
	wuerzburg: [695, 449, 261],
	davos: [868, 594, 362],
	athens: [1140, 812, 520],
};
const HELD_AT = [25, 50, 75] as const;
const SEEDS = [1, 2, 3, 4, 5];
const STEP = 3600;

const yearlyYield = (place: Place): number[] => {
	const kwh = HELD_AT.map(() => 0);
	for (const seed of SEEDS) {
		const climate = CLIMATES[place];
		const weather = new Weather({ climate, slope: climate.slope, cloudiness: 1, seed });
		const held = HELD_AT.map((temperature) => new Collector(EASYSTAR, 1, temperature));
		for (let time = STEP / 2; time < 365 * 86400; time += STEP) {
			const sun = weather.irradiance(time);
			if (sun === DARK) continue;
			const outdoor = weather.outdoor(time);
			held.forEach((collector, index) => {
				const temperature = HELD_AT[index] ?? 0;
				// So strong a flow holds every part of the collector at the one temperature.
				collector.begin(STEP, 1e6, sun, outdoor);
				collector.flow(temperature);
				const joules = STEP * 1e6 * (collector.row.outlet - temperature);
				kwh[index] = (kwh[index] ?? 0) + Math.max(joules, 0) / 3.6e6 / SEEDS.length;
			});
		}
	}
	return kwh;
};

describe("the certified collector", () => {
	test.each(Object.entries(CERTIFIED))("yields within 8 %% what its certificate says for %s", (place, certified) => {
		const yields = yearlyYield(place as Place);
		certified.forEach((kwh, index) => {
			expect(Math.abs((yields[index] ?? 0) / kwh - 1)).toBeLessThan(0.08);
		});
	});
});
