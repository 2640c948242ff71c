import { describe, expect, it, test } from "@jest/globals";
import type { Group } from "#model/decision/settings.ts";
import { FULL, percent, seconds } from "#model/quantities/units.ts";
import { flowControl } from "#rules/charging/flow-control.ts";
import * as registry from "#rules/index.ts";
import { fakePlant, Play, type Row } from "../../fakes/plant.ts";

const rules = Object.values(registry);
const LEVEL = { min: percent(30), max: FULL, step: percent(5) };
const speedPump = fakePlant({ pump: { level: LEVEL, least_run: seconds(0), least_rest: seconds(0) } });
const TANK: Row = { tank: 40, tank_20: 40, tank_140: 40 };

/** The pump's level after it has started with a gain of 30 K, at this gain. */
function levelAt(gain: number, plant = speedPump, settings: Group = {}): number | undefined {
	const plays = new Play({ plant, rules, settings: { flow_control: settings } });
	plays.turn({ ...TANK, collector: 70 });
	return plays.turn({ collector: 40 + gain }).decision.verdicts[0]?.want;
}

describe("speed control", () => {
	test.each([
		[4, 0],
		[4.1, 30],
		[10, 30],
		[11, 35],
		[15, 65],
		[19.9, 95],
		[20, 100],
		[45, 100],
	])("at %d K runs the pump at %d %", (gain, level) => {
		expect(levelAt(gain)).toBe(level);
	});

	it("does not start the pump, and says whether it may run by charging alone", () => {
		const plays = new Play({ plant: speedPump, rules });
		const [pump] = plays.turn({ ...TANK, collector: 47 }).decision.verdicts;
		expect(pump).toMatchObject({ want: 0, because: { code: "no_gain" } });
		expect(plays.turn({ collector: 48 }).decision.verdicts[0]).toMatchObject({ want: 30, because: { code: "gain" } });
	});

	it("leaves full speed to a hot collector", () => {
		const plays = new Play({ plant: speedPump, rules });
		const hot = { tank: 72, tank_20: 72, tank_140: 72, collector: 83 };
		expect(plays.turn(hot).decision.verdicts[0]).toMatchObject({ want: 35 });
		expect(plays.turn({ collector: 90 }).decision.verdicts[0]).toMatchObject({ want: 100 });
	});

	it("can be turned off", () => {
		expect(levelAt(11, speedPump, { enabled: false })).toBe(100);
	});

	it("changes nothing for a pump that is only switched", () => {
		expect(levelAt(5, fakePlant())).toBe(100);
	});

	it("needs its lowest speed below full speed", () => {
		expect(flowControl.options.safeParse({ slow_at: 10, full_at: 11 }).success).toBe(true);
		expect(flowControl.options.safeParse({ slow_at: 10, full_at: 10.5 }).error?.issues).toMatchObject([
			{ path: ["slow_at"], message: "below_other_by" },
		]);
	});
});
