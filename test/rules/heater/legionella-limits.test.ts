import { describe, expect, it, test } from "@jest/globals";
import { FULL } from "#model/quantities/units.ts";
import { legionella } from "#rules/heater/legionella.ts";
import { at, Bench, plantWith, SENSORS, type Seen, thermometer } from "../../fakes/rule-bench.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
const LAYER = { ...thermometer("layer", "tank_layer", 3), height: 140 };
/** The second 0 is 20:00. By default: 60 °C for an hour, every 7 days, given up after 4 hours. */
const EIGHT: Seen = { clock: 20 * 60 };
const bench = (settings = {}, sensors: readonly object[] = SENSORS) =>
	new Bench(legionella, plantWith({ sensors })).with({ enabled: true, ...settings });
const tank = (store: number | "lost", more: Seen = {}): Seen => ({ ...more, told: { store, ...more.told } });

describe("the heat of the legionella programme", () => {
	const heating = (heats: boolean, store: number) => {
		const one = bench();
		one.memory = legionella.memory.parse({ began: at(0), heats, started: "2026-06-01" });
		return one.ask(60, tank(store, EIGHT));
	};
	test.each<[boolean, number, string | undefined]>([
		[false, 60.9, "legionella_heats"],
		[false, 61, undefined],
		[true, 62.9, "legionella_heats"],
		[true, 63, undefined],
	])("heating %s, at %d °C: %s", (heats, store, because) => {
		expect(heating(heats, store)).toBe(because);
	});

	it("is full power, and protects", () => {
		const one = bench();
		one.look(0, tank(40, EIGHT));
		expect(one.claims).toEqual([
			{
				...{ on: "heater", from: FULL, to: FULL, rank: "protection", because: "legionella_heats", urgent: false },
				...{ facts: { tank: 40, target: 60 }, activity: "heater_control" },
			},
		]);
		one.look(60);
		expect(one.changed).toBe(false);
	});
});

describe("the start of the legionella programme", () => {
	test.each<[number, boolean]>([
		[19 * 60 + 59, false],
		[20 * 60, true],
		[21 * 60, true],
		[21 * 60 + 1, false],
	])("at minute %d of the day: %s", (clock, starts) => {
		const one = bench();
		expect(one.ask(0, tank(40, { clock }))).toBe(starts ? "legionella_heats" : undefined);
		expect(one.changed).toBe(starts);
	});

	/** The last success was so many seconds ago; the next start but this one is a day away. */
	const due = (age: number, every: number) => {
		const one = bench({ every });
		one.memory = legionella.memory.parse({ layers: { store: { done: at(-age) } } });
		return one.ask(0, tank(40, EIGHT)) !== undefined;
	};
	test.each<[number, number, boolean]>([
		[6 * DAY, 7, true],
		[6 * DAY - 1, 7, false],
		[0, 1, true],
		[DAY - 1, 2, false],
		[DAY, 2, true],
	])("%d s after the last success, every %d days: %s", (age, every, starts) => {
		expect(due(age, every)).toBe(starts);
	});

	test.each<[string, number, boolean]>([
		["mo 20:00", 0, true],
		["mo 20:00, tu 08:00", 6.4 * DAY, false],
		["mo 20:00, tu 08:00", 6.5 * DAY, true],
	])("at %s, %d s after the last success of 7 days: %s", (start_at, age, starts) => {
		const one = bench({ start_at });
		one.memory = legionella.memory.parse({ layers: { store: { done: at(-age) } } });
		expect(one.ask(0, tank(40, EIGHT)) !== undefined).toBe(starts);
	});

	it("is once a day, and never without a clock", () => {
		const one = bench();
		one.memory = legionella.memory.parse({ started: "2026-06-01" });
		expect(one.ask(0, tank(40, EIGHT))).toBeUndefined();
		expect(bench().ask(0, tank(40, { clock: undefined }))).toBeUndefined();
		expect(bench({ start_at: "never" }).ask(0, tank(40, EIGHT))).toBeUndefined();
	});
});

describe("the end of the legionella programme", () => {
	const begun = (settings = {}) => {
		const one = bench({ every: 1, ...settings });
		one.look(0, tank(40, EIGHT));
		return one;
	};

	it("is a success when it was hot for an hour, with the date", () => {
		const one = begun();
		one.look(HOUR, tank(62));
		one.look(2 * HOUR - 1);
		expect(one.memory).toMatchObject({ began: at(0), heats: true });
		one.look(2 * HOUR);
		expect(one.memory).toEqual({
			...{ layers: { store: { hot_since: at(HOUR), done: at(2 * HOUR), date: "2026-06-01" } }, heats: false },
			started: "2026-06-01",
		});
	});

	it("is given up after 4 hours, to the second, with the date", () => {
		const one = begun();
		expect(one.ask(4 * HOUR - 1)).toBe("legionella_heats");
		expect(one.ask(4 * HOUR)).toBeUndefined();
		expect(one.memory).toEqual({ layers: {}, heats: false, started: "2026-06-01", failed: "2026-06-01" });
		expect(one.found).toMatchObject([
			{ severity: "warning", code: "legionella_failed", facts: { part: "tank", date: "2026-06-01" } },
		]);
	});

	it("is not given up while it is hot", () => {
		const one = begun();
		one.look(3.9 * HOUR, tank(60));
		expect(one.ask(4 * HOUR)).toBe("legionella_heats");
		expect(one.ask(4 * HOUR + 60, tank(59))).toBeUndefined();
		expect(one.found).toHaveLength(1);
	});

	it("forgets the failure with the next success, whatever heated", () => {
		const one = bench();
		one.memory = legionella.memory.parse({ failed: "2026-06-01" });
		one.look(0, tank(62, { clock: 600 }));
		expect(one.found).toHaveLength(1);
		one.look(HOUR);
		expect(one.found).toEqual([]);
	});

	it("is the loss of its sensor, or of the chosen one", () => {
		const lost = begun();
		expect(lost.ask(60, tank("lost"))).toBeUndefined();
		expect(lost.memory).toEqual({ layers: {}, heats: false, started: "2026-06-01" });
		lost.look(120);
		expect(lost.changed).toBe(false);
		const none = begun().with({ sensor: "attic" });
		expect([none.ask(60), none.memory]).toEqual([
			"heater_no_sensor",
			{ layers: {}, heats: false, started: "2026-06-01" },
		]);
	});

	it("is the end of the function", () => {
		const one = begun().with({ enabled: false });
		one.look(60);
		expect([one.claims, one.memory]).toEqual([[], { layers: {}, heats: false, started: "2026-06-01" }]);
		one.look(120);
		expect(one.changed).toBe(false);
		one.memory = legionella.memory.parse({ failed: "2026-06-01" });
		one.look(180);
		expect(one.memory).toEqual({ layers: {}, heats: false });
	});
});

describe("the sensor that is judged", () => {
	test.each<[string, string | undefined]>([
		["auto", undefined],
		["store", undefined],
		["layer", "legionella_heats"],
		["attic", "heater_no_sensor"],
	])("is %s in a tank that is hot below: %s", (sensor, because) => {
		const one = bench({ sensor }, [...SENSORS, LAYER]);
		expect(one.ask(0, { ...EIGHT, told: { store: 63, layer: 40 } })).toBe(because);
	});

	it("is one of a tank with a heater and a sensor", () => {
		const plant = plantWith();
		const [field, store] = plant.parts;
		if (field === undefined || store === undefined) throw new Error("the house has two parts");
		const where = (part: typeof store) => legionella.where?.(part, plant);
		expect([where(store), where({ ...store, heaters: [] }), where({ ...field, heaters: store.heaters })]).toEqual([
			true,
			false,
			false,
		]);
		expect(legionella.needs.sensors({ ...store, sensors: [] })).toBeUndefined();
		expect(legionella.needs.sensors(store)).toHaveLength(1);
	});

	it("keeps dates of ten letters", () => {
		const read = (memory: object) => legionella.memory.safeParse(memory).success;
		for (const key of ["started", "failed"])
			expect([read({ [key]: "2026-06-01" }), read({ [key]: "2026-06-011" })]).toEqual([true, false]);
		const layer = (date: string) => read({ layers: { store: { date } } });
		expect([layer("2026-06-01"), layer("2026-06-011")]).toEqual([true, false]);
	});
});
