import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "@jest/globals";
import { OWNERS_PLANT, type PlantDesign } from "#simulation/design.ts";
import {
	declaredOf,
	FAULT_NAMES,
	type FaultName,
	PLANT_FAULTS,
	type PlantFault,
} from "#simulation/faults/plant-fault.ts";
import { Schedule } from "#simulation/faults/schedule.ts";
import { Senses } from "#simulation/faults/senses.ts";
import { House } from "#simulation/house.ts";
import { houseOf } from "#simulation/plant.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** A clear summer morning, unless it is changed. */
const house = (faults: readonly PlantFault[], changes: Partial<PlantDesign> = {}) =>
	new House(houseOf({ ...OWNERS_PLANT, cloudiness: 0, ...changes }), faults);
/** Early enough that an hour without flow makes no steam. */
const MORNING = { start: { day_of_year: 172, hour: 7 } };
const water = (one: House, height: number) => one.layout.stores.get("tank")?.at(height) ?? Number.NaN;
const sensed = (one: House) => one.layout.fields.get("collector")?.sensed ?? Number.NaN;
const since = (fault: FaultName, more: Partial<PlantFault> = {}): PlantFault => ({ fault, from: 0, ...more });

/** Charges by difference for a day, with the heater on in the evening. */
function day(one: House): readonly number[] {
	let pump = 0;
	for (let second = 0; second < DAY; second += 30) {
		const gain = sensed(one) - water(one, 10);
		pump = gain >= 8 ? 100 : gain <= 4 ? 0 : pump;
		one.drive("pump", pump);
		one.drive("heater", one.moment.hour > 20 && one.moment.hour < 22 ? 100 : 0);
		one.advance(30);
	}
	const { solar_kwh, heater_kwh, collector_loss_kwh, pipe_loss_kwh } = one.energies;
	return [solar_kwh, heater_kwh, collector_loss_kwh, pipe_loss_kwh];
}

describe("the faults", () => {
	it("are all in the owner's manual, with what they happen to and their usual amount", () => {
		const rows = readFileSync("DOCS.md", "utf8").split("\n");
		for (const name of FAULT_NAMES) {
			const row = rows.find((line) => line.startsWith(`| \`${name}\` |`));
			const { amount } = declaredOf(name);
			expect([name, row?.split("|")[4]?.trim()]).toEqual([
				name,
				amount === undefined ? "" : `${amount.usual} ${amount.unit}`,
			]);
		}
	});
});

describe("the schedule of faults", () => {
	it("has each from its beginning to its end, and the same list while nothing begins or ends", () => {
		const dead: PlantFault = { fault: "pump_dead", from: 100, until: 200 };
		const leak: PlantFault = { fault: "check_valve_leaks", from: 150 };
		const schedule = new Schedule([dead, leak]);
		expect([0, 99, 100, 149, 150, 199, 200, 1e9].map((second) => schedule.at(second).length)).toEqual([
			...[0, 0, 1, 1, 2, 2, 1, 1],
		]);
		const other = new Schedule([dead]);
		expect(other.at(120)).toBe(other.at(130));
	});
});

describe("a fault of the plant", () => {
	const PHYSICAL = FAULT_NAMES.filter((name) => !["sensor", "controller"].includes(PLANT_FAULTS[name].on));

	test.each(PHYSICAL)("%s changes the day, and not a day before it begins", (fault) => {
		const start = { day_of_year: 172, hour: 0 };
		const healthy = day(house([], { start }));
		expect(day(house([{ fault, from: 2 * DAY }], { start }))).toEqual(healthy);
		expect(day(house([since(fault)], { start }))).not.toEqual(healthy);
	});

	test.each(PHYSICAL)("%s makes and loses no heat", (fault) => {
		const one = house([{ fault, from: 5 * HOUR, until: 15 * HOUR }]);
		const before = one.energies;
		day(one);
		const e = one.energies;
		const stored = e.stored_kwh - before.stored_kwh + e.loop_kwh - before.loop_kwh;
		const out = e.draw_kwh + e.loss_kwh + e.collector_loss_kwh + e.pipe_loss_kwh;
		expect(e.absorbed_kwh + e.heater_kwh - out - stored).toBeCloseTo(0, 6);
	});

	it("ends: a pump that is repaired charges again", () => {
		const one = house([{ fault: "pump_dead", from: 0, until: HOUR }], MORNING);
		one.drive("pump", 100);
		one.advance(HOUR - 60);
		expect([one.flow("pump"), one.energies.solar_kwh]).toEqual([0, 0]);
		one.advance(HOUR);
		expect(one.flow("pump")).toBeGreaterThan(3);
		expect(one.energies.solar_kwh).toBeGreaterThan(1);
	});

	it("leaves a share of the flow, or lets it come and go", () => {
		const full = (5.5 * 40) / 60;
		const low = house([since("flow_low", { amount: 30 })]);
		low.drive("pump", 100);
		low.advance(60);
		expect(low.flow("pump")).toBeCloseTo(0.3 * full, 9);
		const air = house([since("air")]);
		air.drive("pump", 100);
		const flows = Array.from({ length: 20 }, () => {
			air.advance(60);
			return air.flow("pump") ?? Number.NaN;
		});
		expect(new Set(flows).size).toBeGreaterThan(10);
		expect(Math.max(...flows)).toBeLessThanOrEqual(0.6 * full);
	});

	it("holds a contact, whatever its board does", () => {
		const welded = house([since("relay_welded", { of: "heater" })], { start: { day_of_year: 20, hour: 0 } });
		welded.drive("heater", 0);
		welded.advance(2 * HOUR);
		expect(welded.energies.heater_kwh).toBeCloseTo(6, 1);
		expect(welded.flow("pump")).toBe(0);
		const stuck = house([since("relay_stuck_off", { of: "pump", until: HOUR })], MORNING);
		stuck.drive("pump", 100);
		stuck.advance(HOUR - 60);
		expect(stuck.flow("pump")).toBe(0);
		stuck.advance(120);
		expect(stuck.flow("pump")).toBeGreaterThan(0);
	});

	it("drives the fluid backwards: the collector's sensor sees what comes from the tank", () => {
		const charged = (faults: readonly PlantFault[]) => {
			const one = house(faults, { start: { day_of_year: 172, hour: 11 } });
			one.drive("pump", 100);
			one.advance(HOUR);
			return { sensed: sensed(one), returned: one.layout.branches.get("collector")?.returning ?? 0 };
		};
		const right = charged([]);
		const wrong = charged([since("flow_return_swapped")]);
		expect(right.sensed - right.returned).toBeGreaterThan(8);
		expect(wrong.returned - wrong.sensed).toBeGreaterThan(8);
	});

	/** The prototype's figures: a tank of 50 °C, and 5 °C outside. */
	test.each([
		{ leak: 2, watts: 96, outlet: 21 },
		{ leak: 5, watts: 224, outlet: 31 },
		{ leak: 10, watts: 377, outlet: 38 },
	])("lets $leak L/h rise through the check valve at night, which cost about $watts W", ({ leak, watts, outlet }) => {
		const night = { start: { day_of_year: 315, hour: 18 }, daily_draw: OWNERS_PLANT.daily_draw };
		const leaking = house([since("check_valve_leaks", { amount: leak })], {
			...night,
			tank_bottom: OWNERS_PLANT.tank_top,
		});
		const [cold, hours] = [leaking.outdoor_air, 3];
		leaking.advance(HOUR);
		const before = leaking.energies;
		leaking.advance(hours * HOUR);
		const after = leaking.energies;
		const lost = ((before.solar_kwh - after.solar_kwh) / hours) * 1000;
		const scale = (water(leaking, 40) - leaking.outdoor_air) / 45;
		expect(Math.abs(lost / (watts * scale) - 1)).toBeLessThan(0.25);
		const warmer = (sensed(leaking) - leaking.outdoor_air) / scale;
		expect(Math.abs(warmer - (outlet - 5))).toBeLessThan(7);
		expect(cold).toBeLessThan(20);
		leaking.drive("pump", 100);
		leaking.advance(60);
		expect(leaking.layout.branches.get("collector")?.turned).toBe(false);
	});
});

describe("a contact with a lag", () => {
	it("moves later than it is told, in the order of the commands", () => {
		const one = new House({ ...houseOf({ ...OWNERS_PLANT, cloudiness: 0 }), relay_lag: 20 });
		one.drive("pump", 100);
		one.advance(10);
		expect(one.flow("pump")).toBe(0);
		one.drive("pump", 0);
		one.advance(20);
		expect(one.flow("pump")).toBeGreaterThan(0);
		one.advance(20);
		expect(one.flow("pump")).toBe(0);
	});
});

describe("a sensor", () => {
	const values: Readonly<Record<string, number>> = { collector: 60, tank: 40 };
	const told = (id: string, second: number, ...faults: readonly PlantFault[]) =>
		new Senses("collector").tell(id, (one) => values[one], faults, second);

	test.each([
		{ fault: since("sensor_open"), collector: { lost: "open" } },
		{ fault: since("sensor_short"), collector: { lost: "short" } },
		{ fault: since("sensor_missing"), collector: { lost: "no_answer" } },
		{ fault: since("sensor_stuck_85"), collector: { value: 85 } },
		{ fault: since("sensor_offset"), collector: { value: 65 } },
		{ fault: since("sensor_offset", { amount: -5 }), collector: { value: 55 } },
		{ fault: { fault: "sensor_drift", from: DAY } as PlantFault, collector: { value: 61 } },
		{ fault: since("sensors_swapped", { with: "tank" }), collector: { value: 40 }, tank: { value: 60 } },
		{ fault: since("sensor_offset", { of: "tank" }), collector: { value: 60 }, tank: { value: 45 } },
		{ fault: since("bus_lost"), collector: { lost: "no_answer" }, tank: { lost: "no_answer" } },
		{ fault: since("pump_dead"), collector: { value: 60 } },
	])("tells $collector with $fault.fault", ({ fault, collector, tank = { value: 40 } }) => {
		expect([told("collector", 2 * DAY, fault), told("tank", 2 * DAY, fault)]).toEqual([collector, tank]);
	});

	it("that is stuck goes on telling what it told when that began", () => {
		const senses = new Senses("collector");
		const stuck = since("sensor_stuck");
		expect(senses.tell("collector", () => 51, [stuck], 10)).toEqual({ value: 51 });
		expect(senses.tell("collector", () => 99, [stuck], 20)).toEqual({ value: 51 });
		expect(senses.tell("tank", () => 99, [stuck], 20)).toEqual({ value: 99 });
	});
});
