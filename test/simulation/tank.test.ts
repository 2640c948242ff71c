import { describe, expect, it, test } from "@jest/globals";
import { Coil } from "#simulation/store/coil.ts";
import { drawnBy, hotShare, waterMain } from "#simulation/store/draw-off.ts";
import { Tank } from "#simulation/store/tank.ts";
import { ventilation } from "#simulation/ventilation.ts";

const DESIGN = { volume: 300, height: 1.6, leak: 2.2 };
const HOUR = 360;

describe("a tank", () => {
	it("loses about 2.5 kWh a day when it is 47 K warmer than the room", () => {
		const tank = new Tank(DESIGN, 65, 65);
		for (let step = 0; step < 24 * HOUR; step++) tank.rest(10, 18);
		expect(Math.abs(tank.lost / 3.6e6 - 2.4)).toBeLessThan(0.15);
	});

	it("evens out slowly from the warm layers to the cold ones", () => {
		const tank = new Tank({ ...DESIGN, leak: 0 }, 20, 70);
		for (let step = 0; step < 24 * HOUR; step++) tank.rest(10, 18);
		expect(tank.at(5)).toBeGreaterThan(20.5);
		expect(tank.at(5)).toBeLessThan(30);
		expect(tank.at(155)).toBeLessThan(69.5);
		expect(tank.at(155)).toBeGreaterThan(60);
	});

	it("is heated by 3 kW in an hour as much as 3 kWh can, and only from the heater upwards", () => {
		const tank = new Tank({ ...DESIGN, leak: 0 }, 20, 20);
		const before = tank.heat;
		for (let step = 0; step < HOUR; step++) {
			tank.heatElectrically(10, 3000);
			tank.rest(10, 20);
		}
		expect((tank.heat - before) / 3.6e6).toBeCloseTo(3, 6);
		expect(tank.at(150) - 20).toBeGreaterThan(15);
		expect(tank.at(10) - 20).toBeLessThan(0.5);
	});

	it("switches its heater off by itself at 90 °C, whatever the controller does", () => {
		const tank = new Tank(DESIGN, 20, 60);
		for (let step = 0; step < 48 * HOUR; step++) {
			tank.heatElectrically(10, 3000);
			tank.rest(10, 18);
			expect(tank.top).toBeLessThan(92);
		}
	});

	it("gives its warmest water first and fills up from below", () => {
		const tank = new Tank(DESIGN, 20, 60);
		tank.draw(60, 10);
		tank.rest(1, 18);
		expect(tank.at(5)).toBeLessThan(15);
		expect(tank.at(155)).toBeGreaterThan(50);
	});

	it("takes from the coil no more than the fluid brings, and leaves it no colder than the water", () => {
		const tank = new Tank(DESIGN, 30, 60);
		const coil = new Coil(tank, 350);
		coil.begin(214, 1);
		const leaving = coil.flow(10, 70);
		expect(leaving).toBeGreaterThan(30);
		expect(leaving).toBeLessThan(70);
		expect(coil.given).toBeCloseTo(214 * 10 * (70 - leaving), 6);
	});
});

describe("the household", () => {
	it("draws all of the day's hot water and nothing at night", () => {
		expect(drawnBy(86400)).toBeCloseTo(1, 9);
		expect(drawnBy(6.9 * 3600)).toBe(0);
		expect(drawnBy(86400) - drawnBy(22 * 3600)).toBe(0);
	});

	test.each([
		{ top: 40, share: 1 },
		{ top: 45, share: 1 },
		{ top: 80, share: 0.5 },
	])("takes $share of its tap water from a tank of $top °C", ({ top, share }) => {
		expect(hotShare(top, 10)).toBeCloseTo(share, 9);
	});

	it("gets the coldest water in winter", () => {
		expect(waterMain(47)).toBeCloseTo(7, 1);
		expect(waterMain(230)).toBeCloseTo(13, 9);
	});
});

describe("heat recovery", () => {
	test.each([-20, 0, 15])("hands over 80 %% of the difference at %s °C outdoors", (outdoor) => {
		const air = ventilation(outdoor);
		expect((air.supply_air - outdoor) / (air.extract_air - outdoor)).toBeCloseTo(0.8, 9);
		expect(air.exhaust_air + air.supply_air).toBeCloseTo(air.extract_air + outdoor, 9);
	});
});
