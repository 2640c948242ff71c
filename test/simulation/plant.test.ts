import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { celsius, litres } from "#model/quantities/units.ts";
import type { PlantDesign } from "#simulation/design.ts";
import { type Drive, type SimulatedPlant, simulatedPlant } from "#simulation/plant.ts";
import { CLIMATES } from "#simulation/weather/climate.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
const HEIGHTS = [0, 20, 40, 60, 80, 100, 120, 140];
const layers = (plant: SimulatedPlant) => HEIGHTS.map((height) => plant.layer(height));
const OFF: Drive = { pump: 0, heater: 0 };
const CLEAR_SUMMER_DAY = { cloudiness: 0, daily_draw: litres(0), tank_top: celsius(20) };

/** Charges by difference, heats below `heat_below`, stops at a full tank; answers starts and the hottest collector. */
const controlled = (
	plant: SimulatedPlant,
	time: number,
	limits: { start: number; stop: number; heat_below?: number },
) => {
	let pump = 0;
	let heater = 0;
	let starts = 0;
	let hottest = -100;
	for (let passed = 0; passed < time; passed += 10) {
		const warmer = plant.collector - plant.tank;
		const full = plant.layer(160) >= 80;
		if (pump === 0 && warmer >= limits.start && !full) {
			pump = 100;
			starts++;
		} else if (pump > 0 && (warmer <= limits.stop || full)) pump = 0;
		const upper = plant.layer(90);
		if (upper <= (limits.heat_below ?? -100)) heater = 100;
		else if (upper >= (limits.heat_below ?? -100) + 5) heater = 0;
		plant.advance(10, { pump, heater });
		hottest = Math.max(hottest, plant.collector);
	}
	return { starts, hottest };
};

describe("a clear summer day", () => {
	it("charges the tank by tens of kelvin in several runs, far below boiling, with a plain on and off control", () => {
		const plant = simulatedPlant(CLEAR_SUMMER_DAY);
		const { starts, hottest } = controlled(plant, DAY, { start: 8, stop: 4 });
		expect(starts).toBeGreaterThan(1);
		expect(hottest).toBeLessThan(100);
		expect(plant.layer(140)).toBeGreaterThan(45);
		expect(plant.layer(80) - 20).toBeGreaterThan(25);
	});

	it("brings the collector to stagnation above 130 °C when the pump stands still, and no heat into the tank", () => {
		const plant = simulatedPlant(CLEAR_SUMMER_DAY);
		let hottest = 0;
		for (let minute = 0; minute < 600; minute++) {
			plant.advance(60, OFF);
			hottest = Math.max(hottest, plant.collector);
		}
		expect(hottest).toBeGreaterThan(130);
		expect(hottest).toBeLessThan(190);
		expect(plant.energies.solar_kwh).toBe(0);
		expect(Math.max(...layers(plant))).toBeLessThanOrEqual(20);
	});

	it("stores about 18.6 kWh in July at Würzburg", () => {
		const plant = simulatedPlant({
			...CLEAR_SUMMER_DAY,
			climate: CLIMATES.wuerzburg,
			collector_area: 5,
			tank_volume: litres(300),
			start: { day_of_year: 196, hour: 0 },
		});
		const before = plant.energies.stored_kwh;
		const { hottest } = controlled(plant, DAY, { start: 6, stop: 4 });
		expect(Math.abs((plant.energies.stored_kwh - before) / 18.6 - 1)).toBeLessThan(0.1);
		expect(Math.max(...layers(plant))).toBeLessThan(75);
		expect(hottest).toBeLessThan(88);
	});

	it("lets steam block the flow: a pump that starts in stagnation moves no heat", () => {
		const plant = simulatedPlant(CLEAR_SUMMER_DAY);
		while (!plant.boiling) plant.advance(60, OFF);
		const { solar_kwh } = plant.energies;
		plant.advance(600, { pump: 100, heater: 0 });
		expect(plant.energies.solar_kwh).toBe(solar_kwh);
	});
});

describe("a night", () => {
	it("warms nothing, and leaves the collector as cold as the air", () => {
		const plant = simulatedPlant({
			start: { day_of_year: 330, hour: 17 },
			tank_top: celsius(70),
			daily_draw: litres(0),
		});
		const before = layers(plant);
		plant.advance(12 * HOUR, OFF);
		expect(plant.energies.solar_kwh).toBe(0);
		expect(Math.abs(plant.collector - plant.outdoor_air)).toBeLessThan(1);
		expect(plant.layer(140)).toBeLessThan(before.at(-1) ?? 0);
		expect(plant.layer(140) - plant.layer(0)).toBeGreaterThan(35);
	});

	it("cools the tank when the pump runs", () => {
		const plant = simulatedPlant({
			start: { day_of_year: 330, hour: 17 },
			tank_bottom: celsius(60),
			tank_top: celsius(70),
		});
		plant.advance(6 * HOUR, { pump: 100, heater: 0 });
		expect(plant.energies.solar_kwh).toBeLessThan(-2);
		expect(plant.return_line).toBeGreaterThan(plant.outdoor_air);
	});
});

const anyDesign = fc.record({
	seed: fc.integer({ min: 0, max: 1000 }),
	collector_area: fc.integer({ min: 2, max: 20 }),
	cloudiness: fc.constantFrom(0, 0.5, 1),
	start: fc.record({ day_of_year: fc.integer({ min: 1, max: 365 }), hour: fc.integer({ min: 0, max: 23 }) }),
});
const anyDrives = fc.array(
	fc.record({
		pump: fc.constantFrom(0, 10, 60, 100),
		heater: fc.constantFrom(0, 100),
		seconds: fc.integer({ min: 1, max: 7200 }),
	}),
	{ minLength: 1, maxLength: 24 },
);

describe("any plant, however it is driven", () => {
	it("keeps account of all heat, has no layer upside down, and is nowhere hotter than its hottest source", () => {
		fc.assert(
			fc.property(anyDesign, anyDrives, (design, drives) => {
				const plant = simulatedPlant(design);
				const before = plant.energies;
				let source = 45;
				for (const { seconds, ...drive } of drives) {
					for (let passed = 0; passed < seconds; passed += 60) {
						plant.advance(Math.min(60, seconds - passed), drive);
						// The sensor lags behind the fluid by a few kelvin.
						source = Math.max(source, plant.collector + 8, drive.heater > 0 ? 92 : 0);
					}
					const now = layers(plant);
					now.forEach((layer, index) => {
						expect(layer).toBeGreaterThanOrEqual((now[index - 1] ?? Number.NEGATIVE_INFINITY) - 1e-9);
						expect(layer).toBeLessThanOrEqual(source);
					});
				}
				const e = plant.energies;
				const tank = e.solar_kwh + e.heater_kwh - e.draw_kwh - e.loss_kwh - (e.stored_kwh - before.stored_kwh);
				const loop =
					e.absorbed_kwh - e.collector_loss_kwh - e.pipe_loss_kwh - e.solar_kwh - (e.loop_kwh - before.loop_kwh);
				expect(Math.abs(tank)).toBeLessThan(1e-6);
				expect(Math.abs(loop)).toBeLessThan(1e-6);
			}),
			{ numRuns: 40 },
		);
	});

	it("takes up the same sunshine whatever flows, and delivers no more than that", () => {
		fc.assert(
			fc.property(anyDesign, fc.integer({ min: 1, max: 100 }), (design, pump) => {
				const still = simulatedPlant(design);
				const flowing = simulatedPlant(design);
				const held = flowing.energies.loop_kwh;
				still.advance(12 * HOUR, OFF);
				flowing.advance(12 * HOUR, { pump, heater: 0 });
				expect(flowing.energies.absorbed_kwh).toBeCloseTo(still.energies.absorbed_kwh, 6);
				expect(flowing.energies.solar_kwh).toBeLessThanOrEqual(flowing.energies.absorbed_kwh + Math.max(held, 0) + 0.2);
			}),
			{ numRuns: 20 },
		);
	});

	it("comes to the same after an hour at once as after an hour in seconds", () => {
		const [whole, parts] = [simulatedPlant(), simulatedPlant()];
		whole.advance(HOUR, { pump: 100, heater: 0 });
		for (let second = 0; second < HOUR; second++) parts.advance(1, { pump: 100, heater: 0 });
		expect(Math.abs(whole.collector - parts.collector)).toBeLessThan(0.5);
		expect(Math.abs(whole.tank - parts.tank)).toBeLessThan(0.2);
		expect(whole.moment).toEqual(parts.moment);
	});

	it("is repeated exactly by its seed", () => {
		const run = (seed: number) => {
			const plant = simulatedPlant({ seed });
			plant.advance(DAY, { pump: 100, heater: 0 });
			return [plant.collector, ...layers(plant), plant.outdoor_air];
		};
		expect(run(7)).toEqual(run(7));
		expect(run(7)).not.toEqual(run(8));
	});
});

describe("a week with draw-off", () => {
	const week = (design: Partial<PlantDesign>) => {
		const plant = simulatedPlant(design);
		const before = plant.energies.stored_kwh;
		controlled(plant, 7 * DAY, { start: 8, stop: 4, heat_below: 45 });
		return { ...plant.energies, grown: plant.energies.stored_kwh - before };
	};

	it("balances: what came in went out or is in the tank", () => {
		const { solar_kwh, heater_kwh, draw_kwh, loss_kwh, grown } = week({ start: { day_of_year: 100, hour: 0 } });
		expect(draw_kwh).toBeGreaterThan(40);
		expect(solar_kwh).toBeGreaterThan(10);
		expect(heater_kwh).toBeGreaterThan(1);
		expect(Math.abs(solar_kwh + heater_kwh - draw_kwh - loss_kwh - grown)).toBeLessThan(0.005 * draw_kwh);
	});

	test.each([
		{ what: "a larger collector", less: { collector_area: 4 }, more: { collector_area: 8 } },
		{ what: "a clearer sky", less: { cloudiness: 1 }, more: { cloudiness: 0 } },
		{ what: "a greater use of hot water", less: { daily_draw: litres(100) }, more: { daily_draw: litres(300) } },
	])("takes more from the sun with $what", ({ less, more }) => {
		expect(week(more).solar_kwh).toBeGreaterThan(week(less).solar_kwh);
	});
});

describe("a year in Stockholm", () => {
	it("yields what 5 m² on 300 L were found to yield: 1865 kWh from the sun, 1577 kWh from the heater", () => {
		const start = { day_of_year: 1, hour: 0 };
		const plant = simulatedPlant({ collector_area: 5, tank_volume: litres(300), seed: 7, start });
		controlled(plant, 365 * DAY, { start: 6, stop: 4, heat_below: 45 });
		const { solar_kwh, heater_kwh, draw_kwh, loss_kwh } = plant.energies;
		expect(Math.abs(solar_kwh / 1865 - 1)).toBeLessThan(0.08);
		expect(Math.abs(heater_kwh / 1577 - 1)).toBeLessThan(0.08);
		expect(Math.abs(draw_kwh / 2971 - 1)).toBeLessThan(0.03);
		expect(Math.abs(loss_kwh / 467 - 1)).toBeLessThan(0.08);
	});
});
