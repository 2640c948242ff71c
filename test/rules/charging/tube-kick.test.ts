import { describe, expect, it, test } from "@jest/globals";
import { fault } from "#model/plant/fault.ts";
import { OFF } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import * as registry from "#rules/index.ts";
import { Play, type Row } from "../../fakes/plant.ts";

const rules = Object.values(registry);
const settings = { tube_kick: { enabled: true }, solar_charging: { collector_minimum: 10 } };
const MINUTE = 60;
const START = 7 * 60;
/** A turn every ten seconds from seven in the morning on. */
const clock = (t: number): Wall => ({
	date: "2026-01-05",
	weekday: 1,
	minute_of_day: START + Math.floor(t / MINUTE),
	trusted: true,
});
const every10s = (from: number, to: number, row: Row = {}): readonly Row[] =>
	Array.from({ length: (to - from) / 10 }, (_, n) => ({ wall: clock(from + n * 10), t: from + n * 10, ...row }));
const cold = { collector: 5, tank: 30, tank_20: 30, tank_140: 30 };
/** Seconds at which the pump starts, and for how long it runs. */
function runs(turns: ReturnType<Play["turns"]>) {
	const found: [start: number, lasts: number][] = [];
	let from: number | undefined;
	for (const { t, on } of turns) {
		if (on.pump && from === undefined) from = t;
		if (!on.pump && from !== undefined) {
			found.push([from, t - from]);
			from = undefined;
		}
	}
	return found;
}

describe("the kick of a tube collector", () => {
	it("runs the pump for 30 s from eight o'clock on, and every 30 minutes after", () => {
		const turns = new Play({ rules, settings }).turns(every10s(0, 2.2 * 3600, cold));
		expect(runs(turns)).toEqual([
			[3600, 30],
			[5400 + 30, 30],
			[7200 + 60, 30],
		]);
		expect(turns.find((t) => t.on.pump)?.because.pump.code).toBe("tubes_kicked");
	});

	it("is over when charging begins, and the pause counts from the end of that", () => {
		const house = new Play({ rules, settings });
		house.turns(every10s(3600, 3620, cold));
		const charging = house.turns(every10s(3620, 5000, { ...cold, collector: 45 }));
		expect(charging.every((t) => t.on.pump)).toBe(true);
		expect(runs(house.turns(every10s(5000, 7200, cold)))).toEqual([[6800, 30]]);
	});

	test.each<[string, Row]>([
		["a full tank", { ...cold, tank: 76 }],
		["a lost sensor", { ...cold, collector: fault("open") }],
		["a boiling collector", { ...cold, collector: 151 }],
		["a person who holds the pump off", { ...cold, intents: [{ kind: "hold", output: "pump", want: OFF }] }],
		["a clock that is not set", { ...cold, wall: { ...clock(3600), trusted: false } }],
		["the night", { ...cold, wall: { ...clock(0), minute_of_day: 1140 } }],
	])("does not run with %s, and writes nothing down", (_, row) => {
		const house = new Play({ rules, settings });
		house.turns(every10s(3000, 3010, row));
		const turns = house.turns(every10s(3610, 3700, row));
		expect(turns.filter((t) => t.on.pump)).toEqual([]);
		expect(turns.at(-1)?.state.memories["tube_kick"]).toBe(turns.at(0)?.state.memories["tube_kick"]);
	});
});
