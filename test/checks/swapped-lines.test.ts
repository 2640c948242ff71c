import { describe, expect, it, test } from "@jest/globals";
import { swappedLines } from "#checks/swapped-lines.ts";
import { FULL, OFF, percent } from "#model/quantities/units.ts";
import { Bench, plantWith, SENSORS, type Seen, thermometer, told } from "../fakes/rule-bench.ts";
import { twoTanks } from "../options/two-tanks.ts";

const LINES = [thermometer("hot_line", "flow_line", 3), thermometer("cold_line", "return_line", 4)];
const house = (lines: readonly object[] = LINES) => plantWith({ sensors: [...SENSORS, ...lines] });
const bench = () => new Bench(swappedLines, house());
const runs = { pump: { runs: true, since: 0, asked: FULL } };
const lines = (hot_line: number | "lost", cold_line: number | "lost"): Seen => ({
	told: { hot_line, cold_line },
	circuits: runs,
});

describe("lines mixed up", () => {
	test.each<[number | "lost", number | "lost", number | undefined]>([
		[50, 52, 600 + 600],
		[50, 51.9, undefined],
		[50, 70, 600 + 600],
		[52, 50, undefined],
		["lost", 52, undefined],
		[50, "lost", undefined],
	])("with a flow of %s and a return of %s °C are found 10 minutes after the first 10 of a run", (hot, cold, first) => {
		expect(bench().begins(0, 2000, lines(hot, cold))).toBe(first);
	});

	test.each<[string, Seen["circuits"], number | undefined]>([
		["rests", { pump: { runs: false } }, undefined],
		["runs, nobody knows since when", { pump: { since: undefined } }, undefined],
		["runs on though nobody asks", { pump: { asked: OFF } }, undefined],
		["runs slowly", { pump: { asked: percent(1) } }, 1200],
	])("are not found while the pump %s", (_, other, first) => {
		const changed = { pump: { ...runs.pump, ...other?.["pump"] } };
		expect(bench().begins(0, 2000, { ...lines(50, 60), circuits: changed })).toBe(first);
	});

	it("are told with both sensors", () => {
		const one = bench();
		one.during(0, 2000, lines(50, 53));
		const facts = { sensor: "hot_line", by: "cold_line", flow: 50, back: 53 };
		expect(told(one.found)).toEqual([["warning", "swapped_lines", facts]]);
	});

	test.each<[number, number, number | undefined]>([
		[51, 50, 3600],
		[50.9, 50, undefined],
		[50, 50, undefined],
	])("are over with a flow of %d and a return of %d °C for 10 minutes of a run", (hot, cold, last) => {
		const one = bench();
		one.during(0, 1300, lines(50, 60));
		expect(one.ends(3000, 5000, lines(hot, cold))).toBe(last);
	});

	it("are not over while the pump rests or a sensor is lost", () => {
		const one = bench();
		one.during(0, 1300, lines(50, 60));
		expect(one.ends(2000, 4000, { ...lines(60, 50), circuits: { pump: { runs: false } } })).toBeUndefined();
		expect(one.ends(4001, 6000, lines("lost", 50))).toBeUndefined();
	});
});

describe("the lines of a circuit", () => {
	const [flow, back] = LINES;
	const belongs = (one: string | undefined, other: string | undefined) =>
		house([
			{ ...flow, ...(one !== undefined && { of: one }) },
			{ ...back, ...(other !== undefined && { of: other }) },
		]);
	const placed = (plant: ReturnType<typeof house>) =>
		plant.circuits.filter((one) => swappedLines.where?.(one, plant)).map(({ id }) => id);

	test.each<[string | undefined, string | undefined, readonly string[]]>([
		[undefined, undefined, ["pump"]],
		["collector", "collector", ["pump"]],
		["collector", undefined, ["pump"]],
	])("belong to %s and %s", (one, other, ids) => {
		expect(placed(belongs(one, other))).toEqual(ids);
	});

	it("are both there", () => {
		expect([placed(house([LINES[0] as object])), placed(house([LINES[1] as object])), placed(house([]))]).toEqual([
			[],
			[],
			[],
		]);
	});

	it("are those of its circuit or its field, where there are several", () => {
		const two = (...more: readonly object[]) => {
			const options = twoTanks() as { sensors: readonly object[] };
			return plantWith({ ...options, sensors: [...options.sensors, ...more] });
		};
		const of = (one: string, nth = 0) => [
			{ ...thermometer(`flow_${nth}`, "flow_line", 6 + nth * 2), of: one },
			{ ...thermometer(`back_${nth}`, "return_line", 7 + nth * 2), of: one },
		];
		const ids = two().circuits.map(({ id }) => id);
		const nobodys = [thermometer("hot_line", "flow_line", 8), thermometer("cold_line", "return_line", 9)];
		expect(placed(two(...of("ost")))).toEqual(ids.slice(0, 2));
		expect(placed(two(...of(ids[3] ?? "")))).toEqual(ids.slice(3));
		expect(placed(two(...of("buffer")))).toEqual([]);
		expect(placed(two(...nobodys, ...of("buffer")))).toEqual(ids);
		expect(
			placed(two(...nobodys, { ...thermometer("hot_line_2", "flow_line", 10), source: "one_wire:28-0000000000aa" })),
		).toEqual([]);
		expect(placed(two(...nobodys))).toEqual(ids);
		expect(placed(two(...nobodys, ...of("west")))).toEqual(ids);
		expect(placed(two(...nobodys, ...of(ids[3] ?? "")))).toEqual(ids);
	});

	it("are looked at where the sun charges", () => {
		const plant = house();
		const [circuit] = plant.circuits;
		if (circuit === undefined) throw new Error("the house has a circuit");
		expect(swappedLines.where?.({ ...circuit, from: circuit.to }, plant)).toBe(false);
	});
});
