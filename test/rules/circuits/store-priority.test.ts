import { describe, expect, it, test } from "@jest/globals";
import { fault } from "#model/plant/fault.ts";
import { type Row, spans, ToldHouse } from "../../fakes/told-house.ts";
import { twoTanks } from "../houses.ts";

/** The hot water is too warm for the roof, the buffer is not. */
const DULL = { roof_t: 50, hot_water_t: 55, buffer_t: 30 };
const charges = (id: string) => (row: Row) => row.runs[id] === true;
const pauses = ({ why }: Row) => why["to_buffer"] === "pausing_for_first";
/** To a tenth of a minute, and without the first turns, in which the valve moves. */
const lengths = (all: readonly (readonly [number, number])[]) =>
	all.map(([from, to]) => Math.round((to - from) * 10) / 10);

describe("two tanks in order", () => {
	test.each(["valve", "pumps"] as const)("the later one is charged for 15 min, with pauses of 2 min: by %s", (by) => {
		const rows = new ToldHouse(twoTanks(by)).during(60, DULL);
		expect(lengths(spans(rows, pauses)).slice(0, 3)).toEqual([2, 2, 2]);
		const charged = lengths(spans(rows, charges("to_buffer")));
		for (const one of charged.slice(0, 3)) expect(Math.abs(one - 15)).toBeLessThanOrEqual(0.5);
		expect(rows.some(charges("to_hot_water"))).toBe(false);
	});

	it("the pause begins again when the collector has risen by 2 K, and not at 1.9 K", () => {
		const rising = (rise: number) => {
			const house = new ToldHouse(twoTanks("valve"));
			const before = house.during(25, DULL);
			const [[began = 0] = []] = spans(before, pauses);
			const again = new ToldHouse(twoTanks("valve"));
			// It rises once, a minute into the pause.
			const rows = again.during(30, (minute) => ({ ...DULL, roof_t: minute >= began + 1 ? 50 + rise : 50 }));
			return lengths(spans(rows, pauses))[0];
		};
		expect(rising(1.9)).toBe(2);
		// Of the first pause a good minute has passed.
		expect(Math.abs((rising(2) ?? 0) - 3.1)).toBeLessThan(0.2);
	});

	it("a tank whose pump does not answer is not waited for", () => {
		const house = new ToldHouse(twoTanks("pumps", { collector_cooling: { enabled: false } }));
		const sunny = { roof_t: 70, hot_water_t: 40, buffer_t: 40 };
		expect(house.during(5, sunny).at(-1)?.why["to_buffer"]).toBe("first_is_charged");
		const dead = { pump_1: { fault: fault("no_answer") } };
		const rows = Array.from({ length: 30 }, () => house.turn(sunny, [], dead));
		expect([rows.at(-1)?.runs["to_buffer"], rows.at(-1)?.want["pump_2"]]).toEqual([true, 100]);
		expect(house.during(5, sunny).at(-1)?.why["to_buffer"]).toBe("first_is_charged");
	});

	it("the first tank is charged as soon as the collector is warm enough for it, in a pause or not", () => {
		const house = new ToldHouse(twoTanks("valve"));
		house.during(5, DULL);
		const rows = house.during(5, { ...DULL, roof_t: 63 });
		expect(spans(rows, charges("to_hot_water")).length).toBe(1);
		expect(rows.at(-1)?.runs).toEqual({ to_hot_water: true, to_buffer: false });
	});

	test.each<[string, Readonly<Record<string, unknown>>, object]>([
		["is full", twoTanks("valve", { tank_limit: { target: 50 } }), {}],
		["has lost its sensor", twoTanks("valve"), { hot_water_t: "lost" }],
		["is not to be charged in order", twoTanks("valve", { store_priority: { enabled: false } }), {}],
	])("nothing waits for a first tank that %s", (_, options, told) => {
		const rows = new ToldHouse(options).during(60, { ...DULL, ...told });
		expect(rows.some(pauses)).toBe(false);
		expect(spans(rows, charges("to_buffer")).length).toBe(1);
	});

	it("cooling a hot collector is stronger than a pause", () => {
		const house = new ToldHouse(twoTanks("valve", { collector_cooling: { start_at: 90, release_below: 86 } }));
		const hot = { roof_t: 92, hot_water_t: 88, buffer_t: 40 };
		expect(house.during(40, hot).some(({ want }) => want["pump_1"] === 0 && house.minute > 2)).toBe(true);
		const later = house.during(40, hot);
		expect(later.every(({ want }) => want["pump_1"] === 100)).toBe(true);
	});

	describe("with a pump for each", () => {
		const SUNNY = { roof_t: 63, hot_water_t: 50, buffer_t: 30 };

		it("the later one rests while the first one is charged", () => {
			const rows = new ToldHouse(twoTanks("pumps")).during(30, SUNNY);
			expect(rows.at(-1)?.runs).toEqual({ to_hot_water: true, to_buffer: false });
			expect(rows.at(-1)?.why["to_buffer"]).toBe("first_is_charged");
		});

		it("both run at equal priority, as ever", () => {
			const options = twoTanks("pumps");
			const circuits = (options["circuits"] as object[]).map((one) => ({ ...one, priority: 1 }));
			const rows = new ToldHouse({ ...options, circuits }).during(60, SUNNY);
			expect(rows.at(-1)?.runs).toEqual({ to_hot_water: true, to_buffer: true });
			expect(rows.some(pauses)).toBe(false);
		});

		test.each<[number, boolean, boolean]>([
			[89.9, false, false],
			[90, false, true],
			[88.1, true, true],
			[88, true, true],
			[87.9, true, false],
		])("spread loading at a collector of %d °C, running before: %s, then: %s", (roof_t, ran, runs) => {
			const spread = {
				store_priority: { enabled: true, spread: true },
				collector_cooling: { start_at: 120, release_below: 110 },
			};
			const house = new ToldHouse(twoTanks("pumps", spread));
			if (ran) house.during(5, { ...SUNNY, roof_t: 95 });
			expect(house.settled(3, { ...SUNNY, roof_t })?.runs).toEqual({ to_hot_water: true, to_buffer: runs });
		});
	});

	it("says how long it pauses, and what begins the pause again", () => {
		const row = new ToldHouse(twoTanks("valve")).during(20, DULL).find(pauses);
		const circuit = row?.decision.circuits[1];
		expect(circuit?.because.facts).toEqual({ left: 120, circuit: "to_hot_water", collector: 50, rise: 2 });
	});
});
