import { describe, expect, it, test } from "@jest/globals";
import { type Row, spans, ToldHouse } from "../../fakes/told-house.ts";
import { twoTanks } from "../houses.ts";

const wall = (hour: number) => ({ date: "2026-11-30", minute_of_day: hour * 60, weekday: 1, trusted: true });
const house = (hour: number, more: object = {}, every = 10) =>
	new ToldHouse(twoTanks("valve", { anti_seize: { enabled: true }, ...more }), { wall: wall(hour), every });
const COLD = { roof_t: 20, hot_water_t: 50, buffer_t: 50 };
const HOUR = 60;
const moves =
	(output: string, from = 0) =>
	(row: Row) =>
		row.want[output] !== from;
const times = (rows: readonly Row[], output: string) =>
	spans(rows, moves(output)).map(([from]) => Math.floor(from / HOUR));

describe("pumps and valves that have rested", () => {
	it("are moved at noon, one after the other, once a day", () => {
		const rows = house(0).during(50 * HOUR, COLD);
		expect([times(rows, "pump_1"), times(rows, "diverter")]).toEqual([
			[12, 36],
			// When the valve moved last is known since the first turn.
			[36],
		]);
		expect(rows.some((row) => moves("pump_1")(row) && moves("diverter")(row))).toBe(false);
		expect(rows.find(moves("pump_1"))?.because["pump_1"]).toBe("kept_loose");
	});

	it("run for 10 s, or for their least run, and a valve goes its way and back", () => {
		const rows = house(11).during(26 * HOUR, COLD);
		const [[begun = 0, ended = 0] = []] = spans(rows, moves("pump_1"));
		expect(Math.round((ended - begun) * 60)).toBeLessThanOrEqual(30);
		const [[left = 0, back = 0] = []] = spans(rows, moves("diverter"));
		expect(Math.round((back - left) * 60)).toBeGreaterThanOrEqual(20);
		expect(rows.at(-1)?.want["diverter"]).toBe(0);
	});

	it("rest if they were used today", () => {
		const one = house(9);
		one.during(1 * HOUR, { ...COLD, roof_t: 70 });
		const rows = one.during(3 * HOUR, COLD);
		expect(rows.some(({ because }) => because["pump_1"] === "kept_loose")).toBe(false);
	});

	test.each<[string, Readonly<Record<string, number | "lost">>, object]>([
		[
			"the collector is hot",
			{ roof_t: 90 },
			{ collector_cooling: { start_at: 120, release_below: 110 }, tank_limit: { target: 40 } },
		],
		[
			"hot fluid would be moved",
			{ roof_t: 91, hot_water_t: 88, buffer_t: 88 },
			{ collector_cooling: { start_at: 120, release_below: 110 }, tank_limit: { target: 90 } },
		],
		["a function forbids it", { roof_t: 20, hot_water_t: 50, buffer_t: 50 }, { tank_limit: { target: 40 } }],
		["the collector boils", { roof_t: 151 }, {}],
		["a tank is at its maximum", { buffer_t: 96 }, {}],
		["a sensor is lost", { hot_water_t: "lost" }, {}],
	])(
		"wait while %s, and are moved later that day",
		(_, told, more) => {
			const one = house(11, more);
			const rows = one.during(3 * HOUR, { ...COLD, ...told });
			expect(rows.some(({ because }) => Object.values(because).includes("kept_loose"))).toBe(false);
			const after = one.during(1, { ...COLD, roof_t: 20, buffer_t: 30, hot_water_t: 30 });
			expect(after.some(({ because }) => Object.values(because).includes("kept_loose"))).toBe(true);
		},
		60_000,
	);

	it("are moved each day, although another one cannot be moved for days", () => {
		const one = new ToldHouse(twoTanks("pumps", { anti_seize: { enabled: true } }), { wall: wall(0), every: 20 });
		const rows = one.during(50 * HOUR, { ...COLD, buffer_t: "lost" });
		expect([times(rows, "pump_1"), times(rows, "pump_2")]).toEqual([[12, 36], []]);
	});

	it("wait for a day of this controller where the clock is not known, and are moved each day then", () => {
		const unknown = { ...wall(12), trusted: false };
		const one = new ToldHouse(twoTanks("valve", { anti_seize: { enabled: true } }), { wall: unknown, every: 20 });
		const rows = one.during(50 * HOUR, COLD);
		const [first = 0, second = 0] = spans(rows, moves("pump_1")).map(([from]) => from);
		expect(first).toBeGreaterThanOrEqual(23 * HOUR);
		expect(first).toBeLessThan(23 * HOUR + 5);
		expect(second - first).toBeGreaterThanOrEqual(23 * HOUR);
		expect(times(rows, "diverter").length).toBeGreaterThanOrEqual(2);
	});

	it("do not run again after a restart, also after one each night, if they have run since yesterday", () => {
		const one = house(15, {}, 30);
		// Charged until four in the afternoon, and then never again.
		one.during(1 * HOUR, { ...COLD, roof_t: 70 });
		const charged = one.during(11 * HOUR, COLD);
		one.restart();
		const rows = one.during(13 * HOUR, COLD);
		expect(times([...charged, ...rows], "pump_1")).toEqual([]);
		one.restart();
		expect(times(one.during(24 * HOUR, COLD), "pump_1")).toEqual([21 + 24]);
	}, 60_000);

	it("a valve that rests is moved in a house that restarts each night", () => {
		const one = house(0, {}, 30);
		const days = [0, 1, 2].map(() => {
			const rows = one.during(24 * HOUR, COLD);
			one.restart();
			return times(rows, "diverter").length;
		});
		expect(days).toEqual([0, 1, 1]);
	}, 60_000);

	it("are left alone by default, in mode off, and by a person's hold", () => {
		const rests = (rows: readonly Row[]) => !rows.some(({ because }) => Object.values(because).includes("kept_loose"));
		expect(rests(house(11, { anti_seize: {} }).during(2 * HOUR, COLD))).toBe(true);
		const off = house(11);
		off.mode("off");
		expect(rests(off.during(2 * HOUR, COLD))).toBe(true);
	});
});
