import { describe, expect, it, test } from "@jest/globals";
import type { Group } from "#model/decision/settings.ts";
import { percent, seconds } from "#model/quantities/units.ts";
import * as registry from "#rules/index.ts";
import { type Changes, fakePlant, Play, type Row } from "../../fakes/plant.ts";

const rules = Object.values(registry);
const MINUTE = 60;

interface Weather {
	readonly minutes: number;
	readonly settings?: Group;
	readonly clouds?: (minute: number) => boolean;
	readonly changes?: Changes;
	/** What is read or asked in a minute besides. */
	readonly also?: (minute: number) => Row;
}

/** A collector over a full tank of 76 °C that is hot again soon after the pump stopped, and cools down in minutes. */
function afternoon({ minutes, settings = {}, clouds = () => false, changes = {}, also = () => ({}) }: Weather) {
	const plays = new Play({ rules, plant: fakePlant(changes), settings: { collector_cooling: settings } });
	let collector = 84;
	let runs = false;
	const starts: number[] = [];
	for (let minute = 0; minute < minutes; minute++) {
		collector = clouds(minute) ? 79 : runs ? Math.max(85, collector - 1) : collector + 2;
		const row = { t: minute * MINUTE, collector, tank: 76, tank_20: 76, tank_140: 76, ...also(minute) };
		const turn = plays.turn(row);
		if (turn.on.pump && !runs) starts.push(minute);
		runs = turn.on.pump;
	}
	return { starts, plays };
}
const pauses = (starts: readonly number[]) => starts.slice(1).map((at, n) => at - (starts[n] ?? 0));

describe("runs that cool the collector over a full tank", () => {
	it("last half an hour from the third in a row on", () => {
		const gaps = pauses(afternoon({ minutes: 180 }).starts);
		expect(gaps.slice(0, 2).every((gap) => gap < 12)).toBe(true);
		expect(gaps.slice(2).every((gap) => gap >= 30)).toBe(true);
		expect(gaps.length).toBeLessThan(9);
	});

	it("are as short as the collector makes them with 0 minutes", () => {
		const gaps = pauses(afternoon({ minutes: 180, settings: { run_for: 0 } }).starts);
		expect(gaps.every((gap) => gap < 12)).toBe(true);
		expect(gaps.length).toBeGreaterThan(15);
	});

	it("last half an hour from when the pump really starts, also where it rests 300 s before each start", () => {
		const { starts, plays } = afternoon({ minutes: 120, changes: { pump: { least_rest: seconds(300) } } });
		const gaps = pauses(starts);
		expect(gaps.slice(2, 4).every((gap) => gap >= 35 && gap <= 38)).toBe(true);
		expect(plays.state.memories["collector_cooling"]).toMatchObject({ again: expect.any(Number) });
	});

	test.each([
		["the tank at its maximum", { tank_140: 95 }],
		["a collector that no longer heats the tank", { collector: 79.9 }],
		["a tank below its target again", { tank: 72.9 }],
		["a lost collector sensor", { collector: { code: "open", facts: {} } }],
		["a lost tank sensor", { tank: { code: "open", facts: {} } }],
	] as const)("end with %s", (_, row) => {
		const { starts } = afternoon({ minutes: 100 });
		const minute = (starts.at(-1) ?? 0) + 12;
		const { plays } = afternoon({ minutes: minute });
		const next = plays.turn({ t: minute * MINUTE, collector: 85 });
		expect(next).toMatchObject({ on: { pump: true }, because: { pump: { code: "cooling_runs_on" } } });
		const after = [1, 2].map((n) => plays.turn({ t: (minute + n) * MINUTE, collector: 85, ...row }));
		expect(after.at(-1)?.because.pump.code).not.toBe("cooling_runs_on");
	});

	it("end where the tank takes no more heat from cooling", () => {
		const up_to = 77;
		const { starts, plays } = afternoon({ minutes: 60, settings: { tank_up_to: up_to + 2 } });
		expect(pauses(starts).at(-1)).toBeGreaterThanOrEqual(30);
		expect(plays.turn({ t: 60 * MINUTE, collector: 85, tank: up_to }).on.pump).toBe(true);
		expect(plays.turn({ t: 61 * MINUTE, collector: 85, tank: up_to + 2 }).on.pump).toBe(false);
	});

	it("are counted anew after half an hour", () => {
		const clouds = (minute: number) => minute >= 60 && minute < 110;
		const later = (under?: typeof clouds) =>
			pauses(afternoon({ minutes: 200, ...(under && { clouds: under }) }).starts.filter((m) => m >= 110)).slice(0, 2);
		expect(later(clouds).map((gap) => gap < 12)).toEqual([true, true]);
		expect(later().map((gap) => gap < 12)).toEqual([false, false]);
	});

	it("do not count what a person runs", () => {
		const hold = (want: number): Row => ({
			intents: [{ kind: "hold", output: "pump", want: percent(want), for: seconds(4 * MINUTE) }],
		});
		// Not hot enough to be cooled: the pump runs every eight minutes because somebody asks for it.
		const calm = (minute: number): Row => ({ collector: 84, ...(minute % 8 === 0 && hold(100)) });
		const { plays, starts } = afternoon({ minutes: 40, also: calm });
		expect(starts.length).toBeGreaterThan(3);
		expect(plays.state.memories["collector_cooling"]).toEqual({ cooling: false });
	});

	/** Hot for two minutes and colder for two, again and again. */
	const again = (tank: number, also: Row = {}) => {
		const plays = new Play({ rules });
		for (let minute = 0; minute < 40; minute++) {
			const collector = minute % 4 < 2 ? 91 : 70;
			plays.turn({ t: minute * MINUTE, collector, tank, tank_20: tank, tank_140: tank, ...(minute === 0 && also) });
		}
		return plays.state.memories["collector_cooling"];
	};

	it("count while the tank is full, not while it is charged, nor while a person runs the pump", () => {
		const on: Row = { intents: [{ kind: "hold", output: "pump", want: percent(100), for: seconds(3600) }] };
		expect(again(76)).toHaveProperty("again");
		expect(again(70)).not.toHaveProperty("again");
		expect(again(76, on)).not.toHaveProperty("again");
	});

	it("stay in a row over a run of charging in between, which does not count", () => {
		const at = (minute: number, collector: number, tank: number): Row => ({
			...{ t: minute * MINUTE, collector },
			...{ tank, tank_20: tank, tank_140: tank },
		});
		const plays = new Play({ rules });
		const rows = [91, 91, 84, 84, 91, 91, 84, 84].map((collector, minute) => at(minute, collector, 76));
		plays.turns(rows);
		expect(plays.state.memories["collector_cooling"]).toMatchObject({ again: 1 });
		// 40 minutes of charging, then full again.
		for (let minute = 8; minute < 48; minute++) plays.turn(at(minute, 84, 72));
		plays.turns([at(48, 84, 76), at(49, 84, 76), at(50, 91, 76), at(51, 91, 76)]);
		expect(plays.state.memories["collector_cooling"]).toMatchObject({ again: 2 });
	});

	it("are not made longer against a person", () => {
		const { starts, plays } = afternoon({ minutes: 60 });
		expect(pauses(starts).length).toBeGreaterThan(1);
		const off: Row = { intents: [{ kind: "hold", output: "pump", want: percent(0), for: seconds(3600) }] };
		expect(plays.turn({ t: 60 * MINUTE, collector: 85, ...off }).on.pump).toBe(false);
	});
});
