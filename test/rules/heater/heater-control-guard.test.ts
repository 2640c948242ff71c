import { describe, expect, it, test } from "@jest/globals";
import { PLAIN } from "#control/explain/compare.ts";
import type { Thermometer } from "#model/plant/plant.ts";
import type { Reading } from "#model/plant/reading.ts";
import { celsius, instant, minutes } from "#model/quantities/units.ts";
import { forbidden, type Guard, guard, guarded, kept, unwatched } from "#rules/heater/heater-control-guard.ts";
import { plantWith, SENSORS, thermometer } from "../../fakes/rule-bench.ts";

const T = 500_000;
const HOUR = 3600;
const plant = plantWith({ sensors: [...SENSORS, { ...thermometer("layer", "tank_layer", 3), height: 140 }] });
const sensors = plant.sensors.filter(({ role }) => role !== "collector") as readonly Thermometer[];
const heaters = plant.outputs.filter(({ role }) => role === "heater");
interface Told {
	readonly store?: number | "lost";
	readonly layer?: number | "lost";
	readonly heats?: boolean;
	readonly now?: number;
	readonly after?: number;
	readonly cut_out?: number;
}
const turn = (
	before: Guard,
	{ store = 40, layer = 40, heats = false, now = T, after = 60, cut_out = 80 }: Told = {},
) => {
	const reading = (value: number | "lost"): Reading =>
		value === "lost" ? { kind: "unknown" } : { kind: "ok", value: celsius(value), at: instant(now) };
	const told = { store, layer } as Readonly<Record<string, number | "lost">>;
	return guarded(before, {
		now: instant(now),
		sensors,
		readings: plant.sensors.map(({ id }) => reading(told[id] ?? "lost")),
		heats,
		cut_out: celsius(cut_out),
		compare: PLAIN,
		dry_run_after: minutes(after),
	});
};

describe("the cut-out", () => {
	test.each<[string, Guard, Told, string | undefined]>([
		["is reached by a sensor", {}, { store: 80 }, "store"],
		["is not reached", {}, { store: 79.9 }, undefined],
		["is reached by the hottest", {}, { store: 81, layer: 85 }, "layer"],
		["is reached by the first of two that are as hot", {}, { store: 85, layer: 85 }, "store"],
		["is reached by the other while one is lost", {}, { store: "lost", layer: 80 }, "layer"],
		["lasts at its release", { tripped: "store" }, { store: 75 }, "store"],
		["ends below its release", { tripped: "store" }, { store: 74.9 }, undefined],
		["lasts while its sensor is lost", { tripped: "store" }, { store: "lost", layer: 20 }, "store"],
		["lasts by another that is at the release", { tripped: "store" }, { store: 74.9, layer: 75 }, "layer"],
		["ends where the other is below the release too", { tripped: "store" }, { store: 74.9, layer: 74.9 }, undefined],
		["ends with its sensor's removal", { tripped: "gone" }, { store: 79.9 }, undefined],
		["is judged anew with its sensor's removal", { tripped: "gone" }, { store: 80 }, "store"],
		["moves with the setting", {}, { store: 60, cut_out: 60 }, "store"],
	])("%s", (_, before, told, tripped) => {
		expect(turn(before, told).tripped).toBe(tripped);
	});

	it("is news once", () => {
		const before: Guard = { tripped: "store" };
		expect(turn(before, { store: 78 })).toBe(before);
		expect(turn({}, { store: 78 })).toEqual({});
	});
});

describe("a heater that warms nothing", () => {
	const watch = { ran: 0, since: T, from: { store: 40, layer: 40 } };

	it("is watched from its begin on", () => {
		expect(turn({}, { heats: true })).toEqual({ watch });
		expect(turn({}, { heats: true, layer: "lost" })).toEqual({ watch: { ...watch, from: { store: 40 } } });
		const same: Guard = { watch };
		expect(turn(same, { heats: true, now: T + 600 })).toBe(same);
	});

	test.each<[string, Told, boolean]>([
		["warmer by 1 K", { store: 41 }, true],
		["warmer by less", { store: 40.9 }, false],
		["colder by 1 K", { layer: 39 }, true],
		["colder by less", { layer: 39.1 }, false],
		["lost", { store: "lost" }, false],
		["lost, and the other warmer", { store: "lost", layer: 41 }, true],
	])("begins anew with a sensor that is %s", (_, told, anew) => {
		const before: Guard = { watch };
		const after = turn(before, { ...told, heats: true, now: T + 600 });
		if (anew) expect(after.watch).toMatchObject({ ran: 0, since: T + 600 });
		else expect(after).toBe(before);
	});

	it("is forgiven by no sensor that was lost when its run began", () => {
		const before: Guard = { watch: { ...watch, from: { store: 40 } } };
		expect(turn(before, { heats: true, layer: 60, now: T + 60 })).toBe(before);
	});

	it("is blocked for 12 hours after its time, to the second", () => {
		expect(turn({ watch }, { heats: true, now: T + HOUR - 1 }).blocked_until).toBeUndefined();
		expect(turn({ watch }, { heats: true, now: T + HOUR })).toEqual({ blocked_until: T + 13 * HOUR });
		expect(turn({ watch }, { heats: true, now: T + 600, after: 10 })).toEqual({ blocked_until: T + 600 + 12 * HOUR });
	});

	it("adds up its runs", () => {
		const paused = turn({ watch }, { now: T + 1000 });
		expect(paused).toEqual({ watch: { ran: 1000, from: watch.from } });
		expect(turn(paused, { now: T + 2000 })).toBe(paused);
		const again = turn(paused, { heats: true, now: T + 3000 });
		expect(again).toEqual({ watch: { ran: 1000, since: T + 3000, from: watch.from } });
		expect(turn(again, { heats: true, now: T + 3000 + 2599 }).blocked_until).toBeUndefined();
		expect(turn(again, { heats: true, now: T + 3000 + 2600 }).blocked_until).toBeDefined();
	});

	it("counts no time backwards", () => {
		expect(turn({ watch: { ...watch, ran: 50 } }, { now: T - 1000 })).toEqual({ watch: { ran: 50, from: watch.from } });
	});

	it("is free when its time has passed, or is not watched any more", () => {
		const before: Guard = { blocked_until: T + 100 };
		expect(turn(before, { now: T + 99 })).toBe(before);
		expect(turn(before, { now: T + 100 })).toEqual({});
		expect(turn(before, { after: 0 })).toEqual({});
		expect(turn({ watch }, { after: 0, heats: true, now: T + 2 * HOUR })).toEqual({});
	});

	it("is at rest at first", () => {
		expect(guard.parse(undefined)).toEqual({});
	});
});

describe("the guard while the function is off", () => {
	const watch = { ran: 100, since: T, from: { store: 40 } };
	const off = (before: Guard, now = T, after = 60) => unwatched(before, instant(now), minutes(after));

	test.each<[string, Guard, number, Guard]>([
		["ends a run", { watch }, T + 50, { watch: { ran: 150, from: watch.from } }],
		["keeps a cut-out", { tripped: "store", watch }, T, { tripped: "store", watch: { ran: 100, from: watch.from } }],
		[
			"keeps a block",
			{ blocked_until: T + 1, watch },
			T,
			{ blocked_until: T + 1, watch: { ran: 100, from: watch.from } },
		],
		["ends a block in time", { blocked_until: T }, T, {}],
		[
			"ends a block, and keeps what ran",
			{ blocked_until: T, watch: { ran: 5, from: {} } },
			T,
			{ watch: { ran: 5, from: {} } },
		],
	])("%s", (_, before, now, after) => {
		expect(off(before, now)).toEqual(after);
	});

	test.each<Guard>([{}, { tripped: "store" }, { blocked_until: T + 1 }, { watch: { ran: 5, from: {} } }])(
		"has nothing new: %j",
		(before) => {
			expect(off(before)).toBe(before);
		},
	);

	it("forgets what it knows of a heater that is not watched", () => {
		expect(off({ tripped: "store", watch }, T, 0)).toEqual({ tripped: "store" });
		expect(off({ tripped: "store", blocked_until: T + 9 }, T, 0)).toEqual({ tripped: "store" });
		const rest: Guard = { tripped: "store" };
		expect(off(rest, T, 0)).toBe(rest);
	});
});

describe("what safety forbids", () => {
	const shown = (of: Guard, now = T) =>
		forbidden(of, heaters, celsius(80), instant(now)).map(({ on, at_most, rank, because, activity }) => [
			(on as { id: string }).id,
			at_most,
			rank,
			because.code,
			because.facts,
			activity,
		]);
	const DRY = (left: number) => ["heater", 0, "safety", "heater_no_effect", { left }, "fault"];

	it("is nothing of a guard at rest", () => {
		expect(shown({})).toEqual([]);
		expect(kept({ tripped: "store" }, heaters, instant(T))).toEqual([]);
	});
	it("is a heater at its cut-out, told with its release", () => {
		const facts = { sensor: "store", cut_out: 80, release_below: 75 };
		const hot = [["heater", 0, "safety", "heater_cut_out", facts, "tank_too_hot"]];
		expect(shown({ tripped: "store" })).toEqual(hot);
		expect(shown({ tripped: "store", blocked_until: T + 5 })).toEqual(hot);
	});
	it("is a heater without effect, told with the seconds that are left", () => {
		expect(shown({ blocked_until: T + 5.2 })).toEqual([DRY(6)]);
		expect(kept({ blocked_until: T + 5.2 }, heaters, instant(T))).toMatchObject([
			{ at_most: 0, rank: "safety", because: { code: "heater_no_effect", facts: { left: 6 } }, activity: "fault" },
		]);
	});
});
