import { describe, expect, it, test } from "@jest/globals";
import { spans, ToldHouse } from "../../fakes/told-house.ts";
import { stoveHouse } from "../houses.ts";

const MONDAY = "2026-11-30";
const at = (minute_of_day: number, weekday = 1, trusted = true) => ({ date: MONDAY, minute_of_day, weekday, trusted });
const house = (circulation: object, wall = at(8 * 60), taps = false) =>
	new ToldHouse(
		stoveHouse({ circulation }, taps ? { sensors: [{ id: "tap_1", role: "tap", source: "megabas:0/1" }] } : {}),
		{ wall, every: 30 },
	);
const REST = { stove_t: 20, hot_water_t: 55, buffer_t: 40, radiators_t: 60, line_t: 42 };
const runs = ({ want }: { readonly want: Readonly<Record<string, number>> }) => (want["line_pump"] ?? 0) > 0;

describe("hot water circulation", () => {
	test.each<[string, number, number, boolean]>([
		["mo-fr 06:00-08:00, sa 08:00-10:00", 1, 5 * 60 + 59, false],
		["mo-fr 06:00-08:00, sa 08:00-10:00", 1, 6 * 60, true],
		["mo-fr 06:00-08:00, sa 08:00-10:00", 1, 8 * 60, false],
		["mo-fr 06:00-08:00, sa 08:00-10:00", 6, 7 * 60, false],
		["mo-fr 06:00-08:00, sa 08:00-10:00", 6, 9 * 60, true],
		["mo-fr 06:00-08:00, sa 08:00-10:00", 7, 9 * 60, false],
	])("by time, within %s, on weekday %d at minute %d: %s", (windows, weekday, minute, expected) => {
		expect(runs(house({ mode: "time", windows }, at(minute, weekday)).turn(REST))).toBe(expected);
	});

	test.each<[number, number | undefined, boolean]>([
		[40, undefined, false],
		[39.9, undefined, true],
		[44.9, 30, true],
		[45, 30, false],
	])("by temperature, at a line of %d °C after %s °C: %s", (line_t, before, expected) => {
		const one = house({});
		if (before !== undefined) one.during(2, { ...REST, line_t: before });
		expect(runs(one.settled(3, { ...REST, line_t }) ?? { want: {} })).toBe(expected);
	});

	it("after a demand runs for 3 min and pauses for 30 min, however long the tap is open", () => {
		const one = house({ mode: "demand" }, at(8 * 60), true);
		const rows = one.during(80, (minute) => ({ ...REST, tap_1: minute >= 2 && minute < 50 ? 1 : 0 }));
		expect(spans(rows, runs).map(([from, to]) => [Math.round(from), Math.round(to - from)])).toEqual([
			[3, 3],
			[36, 3],
		]);
	});

	test.each<[number, number | undefined]>([
		[0.4, undefined],
		[0.5, 180],
		[8, 180],
	])("takes %d l/min for a demand: %s s are left", (flow, left) => {
		const row = house({ mode: "demand" }, at(8 * 60), true)
			.during(0.5, { ...REST, tap_1: flow })
			.at(-1);
		const because = row?.decision.circuits[2]?.because;
		expect([because?.code, because?.facts["left"]]).toEqual([left === undefined ? "tap_awaited" : "tap_opened", left]);
	});

	test.each<[string, object, ReturnType<typeof at>, string]>([
		["switched off", { mode: "off" }, at(480), "nobody_asks"],
		["outside its windows", {}, at(120), "circulation_closed"],
		["without a clock", {}, at(480, 1, false), "circulation_no_clock"],
		["by demand, without a tap", { mode: "demand" }, at(480), "taps_unseen"],
	])("rests %s, and says so", (_, settings, wall, why) => {
		const row = house(settings, wall).turn(REST);
		expect([runs(row), row.why["circulate"]]).toEqual([false, why]);
	});

	it("needs no clock if it may always run", () => {
		expect(runs(house({ mode: "time", windows: "always" }, at(0, 1, false)).turn(REST))).toBe(true);
	});

	it("stops when the sensor of the line or of its tank is lost", () => {
		for (const lost of ["line_t", "hot_water_t"]) {
			const one = house({});
			one.during(2, { ...REST, line_t: 30 });
			expect(one.turn({ [lost]: "lost" }).why["circulate"]).toBe("sensor_lost");
		}
	});
});
