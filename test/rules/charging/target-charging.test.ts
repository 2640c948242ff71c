import { describe, expect, it, test } from "@jest/globals";
import { percent } from "#model/quantities/units.ts";
import { targetCharging } from "#rules/charging/target-charging.ts";
import * as registry from "#rules/index.ts";
import { ask, fakePlant, play, situation } from "../../fakes/plant.ts";

const level = { min: percent(30), max: percent(100), step: percent(1) };
const plant = fakePlant({ pump: { level } });
const settings = targetCharging.options.parse({ enabled: true });

describe("matched flow", () => {
	test.each([
		[20, 30],
		[65, 30],
		[66, 35],
		[67, 40],
		[78.8, 99],
		[79, undefined],
		[90, undefined],
	])("with a collector of %d °C allows at most %s %%", (collector, most) => {
		const { claims } = ask(targetCharging, situation(settings, { collector }, { plant }), {});
		expect(claims.map(({ rank, at_least, at_most }) => [rank, at_least, at_most])).toEqual(
			most === undefined ? [] : [["normal", 0, most]],
		);
	});

	it("rests for a pump that is only switched, while off, and without the sensor", () => {
		expect(ask(targetCharging, situation(settings, { collector: 40 }), {}).claims).toEqual([]);
		const off = targetCharging.options.parse({});
		expect(ask(targetCharging, situation(off, { collector: 40 }, { plant }), {}).claims).toEqual([]);
		expect(ask(targetCharging, situation(settings, {}, { plant }), {}).claims).toEqual([]);
	});

	it("slows charging, runs nothing by itself, and never slows the cooling of the collector", () => {
		const rules = Object.values(registry);
		const rows = [{ collector: 20, tank: 20 }, { collector: 55 }, { collector: 71 }, { collector: 91, tank: 80 }];
		const turns = play({ rules, plant, settings: { target_charging: { enabled: true } } }, rows);
		expect(turns.map(({ decision }) => decision.verdicts[0]?.want)).toEqual([0, 30, 60, 100]);
	});
});
