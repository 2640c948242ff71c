import { describe, expect, it, test } from "@jest/globals";
import { instant, seconds } from "#model/quantities/units.ts";
import { joinMemories, joinStarts } from "../../../src/app/control/join-memories.ts";

const joined = (saved: Readonly<Record<string, unknown>>, live: Readonly<Record<string, unknown>>) =>
	joinMemories(saved, live, seconds(100));

describe("memories of before and of the time while the store could not be read", () => {
	test.each([
		["only live", undefined, ["tank_140"], ["tank_140"]],
		["only saved", ["tank_20"], undefined, ["tank_20"]],
		["on both sides", ["tank_20"], ["tank_140"], ["tank_20", "tank_140"]],
		["the same on both", ["tank_20"], ["tank_20"], ["tank_20"]],
	])("keep every sensor that reached the maximum: %s", (_, before, since, both) => {
		const limit = (reached: readonly string[] | undefined) => ({
			full: false,
			too_hot: reached !== undefined,
			...(reached && { reached }),
		});
		expect(joined({ tank_limit: limit(before) }, { tank_limit: limit(since) })).toEqual({
			tank_limit: { full: false, too_hot: true, reached: both },
		});
	});

	it("keep latches of each place apart", () => {
		const saved = { "boil_stop@east": { boiling: true }, "boil_stop@west": { boiling: false } };
		const live = { "boil_stop@east": { boiling: false }, "boil_stop@west": { boiling: false } };
		expect(joined(saved, live)).toEqual(saved);
		expect(joined(live, saved)).toEqual(saved);
	});

	it("keep the saved holds, since those given meanwhile are asked again", () => {
		const saved = { manual: { holds: [{ output: "pump", want: 100, until: 50 }] } };
		expect(joined(saved, { manual: { holds: [] } })).toEqual(saved);
		expect(joined({ manual: { holds: [] } }, saved)).toEqual({ manual: { holds: [] } });
	});

	it("are joined where one side has none, by the rule's own way too", () => {
		const runs = { runs: { pump: { seconds: 60, starts: 1 } }, running: ["pump"], at: 10 };
		const hot = { "tank_limit@a": { full: false, too_hot: true, reached: ["x"] } };
		expect(joined({}, { output_runs: runs, ...hot })).toEqual({
			output_runs: { ...runs, at: 110, told: {} },
			...hot,
		});
		expect(joined({ output_runs: runs, ...hot }, {})).toEqual({
			output_runs: { ...runs, running: [], at: 100, told: runs.runs },
			...hot,
		});
	});

	it("have the starts of both, in the running time that goes on", () => {
		const at = (...moments: readonly number[]) => moments.map(instant);
		expect(joinStarts({ pump: at(40, 90), valve: at(80) }, { pump: at(5), heater: at(7) }, seconds(100))).toEqual({
			pump: at(40, 90, 105),
			valve: at(80),
			heater: at(107),
		});
	});

	it("are joined by the rule's own way at each place", () => {
		const one = { runs: { pump: { seconds: 60, starts: 1 } }, running: [], at: 10 };
		expect(joined({ "output_runs@a": one }, { "output_runs@a": one })).toMatchObject({
			"output_runs@a": { runs: { pump: { seconds: 120, starts: 2 } } },
		});
	});
});
