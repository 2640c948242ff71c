import { describe, expect, it, test } from "@jest/globals";
import type { Group } from "#model/decision/settings.ts";
import { coolingRuns } from "#rules/cooling/cooling-runs.ts";
import * as registry from "#rules/index.ts";
import { Play } from "../../fakes/plant.ts";

const rules = Object.values(registry);
const MINUTE = 60;

/** A collector over a full tank of 76 °C that is hot again soon after the pump stopped, and cools down in minutes. */
function afternoon(settings: Group, minutes: number, clouds: (minute: number) => boolean = () => false) {
	const plays = new Play({ rules, settings: { cooling_runs: { enabled: true, ...settings } } });
	let collector = 84;
	let runs = false;
	const starts: number[] = [];
	for (let minute = 0; minute < minutes; minute++) {
		collector = clouds(minute) ? 79 : runs ? Math.max(85, collector - 1) : collector + 2;
		const turn = plays.turn({ t: minute * MINUTE, collector, tank: 76, tank_20: 76, tank_140: 76 });
		if (turn.on.pump && !runs) starts.push(minute);
		runs = turn.on.pump;
	}
	return { starts, plays };
}
const pauses = (starts: readonly number[]) => starts.slice(1).map((at, n) => at - (starts[n] ?? 0));

describe("runs that cool the collector over a full tank", () => {
	it("last half an hour from the third in a row on", () => {
		const gaps = pauses(afternoon({}, 180).starts);
		expect(gaps.slice(0, 2).every((gap) => gap < 12)).toBe(true);
		expect(gaps.slice(2).every((gap) => gap >= 30)).toBe(true);
		expect(gaps.length).toBeLessThan(9);
	});

	it("are as short as the collector makes them where this is switched off", () => {
		const gaps = pauses(afternoon({ enabled: false }, 180).starts);
		expect(gaps.every((gap) => gap < 12)).toBe(true);
		expect(gaps.length).toBeGreaterThan(15);
	});

	test.each([
		["the tank at its maximum", { tank_140: 95 }],
		["a collector that no longer heats the tank", { collector: 79.9 }],
		["a lost collector sensor", { collector: { code: "open", facts: {} } }],
		["a lost tank sensor", { tank: { code: "open", facts: {} } }],
	] as const)("end at once with %s", (_, row) => {
		const { starts } = afternoon({}, 100);
		const minute = (starts.at(-1) ?? 0) + 12;
		const { plays } = afternoon({}, minute);
		const next = plays.turn({ t: minute * MINUTE, collector: 85 });
		expect(next).toMatchObject({ on: { pump: true }, because: { pump: { code: "cooling_runs_on" } } });
		expect(plays.turn({ t: (minute + 1) * MINUTE, collector: 85, ...row }).on.pump).toBe(false);
	});

	it("are counted anew after half an hour", () => {
		const clouds = (minute: number) => minute >= 60 && minute < 110;
		const later = (under?: typeof clouds) =>
			pauses(afternoon({}, 200, under).starts.filter((minute) => minute >= 110)).slice(0, 2);
		expect(later(clouds).map((gap) => gap < 12)).toEqual([true, true]);
		expect(later().map((gap) => gap < 12)).toEqual([false, false]);
	});

	it("is off as delivered, and lasts 30 minutes", () => {
		expect(coolingRuns.options.parse({})).toEqual({ enabled: false, run_for: 30 });
	});
});
