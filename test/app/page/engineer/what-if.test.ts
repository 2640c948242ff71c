import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Plant } from "#model/plant/plant.ts";
import type { WhatIfAsked } from "#web/engineer/what-if-view.ts";
import { triedIn, whatIfOf } from "../../../../src/app/page/engineer/what-if/what-if.ts";
import { type RecordedDays, recordedDays, type Truth } from "../../../fakes/recorded-days.ts";
import { widePlant } from "../../../fakes/wide-plant.ts";

const DAYS = 10;
let recorded: RecordedDays;
beforeAll(() => {
	recorded = recordedDays({ days: DAYS });
}, 60_000);
const sideOf = ({ tables, plant, settings, to }: RecordedDays, more: { plant?: Plant } = {}) =>
	whatIfOf({ tables, plant, settings: () => settings, zone: "UTC", now: () => to, ...more });
const asked = (values: WhatIfAsked["values"], days = 31): WhatIfAsked => ({ values, days });
const never = new AbortController().signal;

describe("another setting, tried on recorded days", () => {
	// The house is simulated, so what it would have done is known.
	it.each([[{ start_at: 6, stop_at: 4 }], [{ start_at: 12, stop_at: 4 }], [{ start_at: 8, stop_at: 2 }]])(
		"promises a range in which lies what the house then does: %j",
		async (solar_charging) => {
			const values = Object.fromEntries(Object.entries(solar_charging).map(([f, v]) => [`solar_charging.${f}`, v]));
			const result = await sideOf(recorded)(asked(values), never);
			if (result.kind !== "told") throw new Error(JSON.stringify(result));
			const { truth } = recordedDays({ days: DAYS, changes: { solar_charging } });
			const change = (of: keyof Truth) => truth[of] - recorded.truth[of];
			const wider = ({ low, high }: { low: number; high: number }, by: number) => [low - by, high + by];
			const [fewest = 0, most = 0] = wider(result.starts, 3);
			expect(change("starts")).toBeGreaterThanOrEqual(fewest);
			expect(change("starts")).toBeLessThanOrEqual(most);
			const [least = 0, greatest = 0] = wider(result.heat, 0.2);
			expect((change("kwh") / recorded.truth.kwh) * 100).toBeGreaterThanOrEqual(least);
			expect((change("kwh") / recorded.truth.kwh) * 100).toBeLessThanOrEqual(greatest);
			expect(Math.sign(result.starts.likely)).toBe(Math.sign(change("starts")));
			expect(result.days).toBeCloseTo(DAYS, 2);
		},
		60_000,
	);

	it("changes nothing where nothing is changed, and then follows what was recorded", async () => {
		const result = await sideOf(recorded)(asked({}), never);
		expect(result).toMatchObject({ kind: "told", heat: { low: 0, likely: 0, high: 0 }, starts: { low: 0, high: 0 } });
		if (result.kind !== "told") return;
		expect(Math.abs(result.today.starts - result.recorded.starts)).toBeLessThan(10);
		expect(Math.abs(result.today.hours / result.recorded.hours - 1)).toBeLessThan(0.05);
	}, 60_000);

	it("says when nothing can be told: too few days, another plant, settings that were not in force", async () => {
		const { from } = recorded;
		const dark = { ...recorded, to: from + 3 * 3_600_000 };
		expect(await sideOf(dark)(asked({}, 7), never)).toEqual({ kind: "cannot", why: "too_little" });
		const plant = widePlant(2, 2);
		expect(await sideOf(recorded, { plant })(asked({}), never)).toEqual({ kind: "cannot", why: "too_little" });
		const without = { ...recorded.plant, circuits: [] };
		expect(await sideOf(recorded, { plant: without })(asked({}), never)).toEqual({ kind: "cannot", why: "no_field" });
		const other = {
			...recorded,
			settings: { ...recorded.settings, solar_charging: { start_at: 40, stop_at: 20, collector_minimum: -25 } },
		};
		expect(await sideOf(other)(asked({}), never)).toEqual({ kind: "cannot", why: "unlike" });
	}, 60_000);

	it("is refused where the rule refuses it", async () => {
		const values = { "solar_charging.start_at": 4, "solar_charging.stop_at": 6 };
		expect(await sideOf(recorded)(asked(values), never)).toEqual({ kind: "refused" });
		expect(await sideOf(recorded)(asked({ "tank_limit.target": 200 }), never)).toEqual({ kind: "refused" });
	});

	it("is worked out one at a time, and ends when the asker leaves", async () => {
		const side = sideOf(recorded);
		const leaving = new AbortController();
		const first = side(asked({}), leaving.signal);
		expect(await side(asked({}), never)).toEqual({ kind: "busy" });
		leaving.abort();
		expect(await first).toEqual({ kind: "cannot", why: "failed" });
		expect((await side(asked({}, 7), never)).kind).toBe("told");
	}, 60_000);

	it("leaves the thread of the loop to the loop", async () => {
		const side = sideOf(recorded)(asked({ "solar_charging.start_at": 6 }), never);
		let turned = 0;
		let going = true;
		const turns = (async () => {
			while (going) {
				turned += 1;
				await new Promise((next) => setImmediate(next));
			}
		})();
		await side;
		going = false;
		await turns;
		// On one thread there would be a turn for each page that is read: 40 of ten days, and none while it is worked out.
		expect(turned).toBeGreaterThan(1000);
	}, 60_000);

	it("can be asked of what decides about the pump, with today's values", () => {
		expect(triedIn(recorded.plant, recorded.settings, "en").map(({ field, value }) => [field, value])).toEqual([
			["start_at", 8],
			["stop_at", 4],
			["collector_minimum", -25],
			["target", 75],
		]);
	});
});
