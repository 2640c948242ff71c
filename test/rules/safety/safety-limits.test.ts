import { describe, expect, it, test } from "@jest/globals";
import { heatDump } from "#rules/cooling/heat-dump.ts";
import { systemCooling } from "#rules/cooling/system-cooling.ts";
import { boilStop } from "#rules/safety/boil-stop.ts";
import { frostGuard } from "#rules/safety/frost-guard.ts";
import { tankLimit } from "#rules/safety/tank-limit.ts";
import { Bench, plantWith, SENSORS, type Seen, thermometer } from "../../fakes/rule-bench.ts";
import { dumping, twoTanks } from "../houses.ts";

const claimed = (one: Bench) =>
	one.claims.map(({ on, from, to, rank, because, urgent, activity }) => [
		on,
		from,
		to,
		rank,
		because,
		urgent,
		activity,
	]);

describe("the boil stop", () => {
	test.each<[boolean, number | "lost", boolean]>([
		[false, 149.9, false],
		[false, 150, true],
		[true, 140, true],
		[true, 139.9, false],
		[true, "lost", true],
		[false, "lost", false],
	])("boiling %s, at %s °C: %s", (before, roof, boiling) => {
		const one = new Bench(boilStop);
		one.memory = { boiling: before };
		one.look(0, { told: { roof, store: 40 } });
		expect([one.memory, one.changed]).toEqual([{ boiling }, before !== boiling]);
		expect(claimed(one)).toEqual(boiling ? [["pump", 0, 0, "safety", "boiling", true, "boil_stop"]] : []);
		if (boiling)
			expect(one.facts).toEqual({ ...(roof !== "lost" && { collector: roof }), stop_at: 150, release_below: 140 });
	});
});

describe("the frost guard", () => {
	const bench = (guarding: boolean, settings = {}) => {
		const one = new Bench(frostGuard).with({ enabled: true, ...settings });
		one.memory = { guarding };
		return one;
	};
	test.each<[boolean, number | "lost", number | "lost", string | undefined]>([
		[false, 4, 40, "frost_near"],
		[false, 4.1, 40, undefined],
		[true, 6, 40, "frost_near"],
		[true, 6.1, 40, undefined],
		[false, 0, 7, "frost_near"],
		[false, 0, 6.9, "frost_tank_cold"],
		[true, 0, 5, "frost_near"],
		[true, 0, 4.9, "frost_tank_cold"],
		[true, "lost", 40, undefined],
		[true, 0, "lost", undefined],
	])("guarding %s, with a collector of %s and a tank of %s °C: %s", (before, roof, store, because) => {
		const one = bench(before);
		expect(one.ask(0, { told: { roof, store } })).toBe(because);
		const guarding = because === "frost_near";
		expect([one.memory, one.changed]).toEqual([{ guarding }, before !== guarding]);
		if (guarding) expect(claimed(one)).toEqual([["pump", 30, 100, "protection", "frost_near", false, "frost_guard"]]);
	});
	it("does nothing while it is off", () => {
		const one = bench(true, { enabled: false });
		expect([one.ask(0, { told: { roof: 0, store: 40 } }), one.memory]).toEqual([undefined, { guarding: false }]);
	});
});

describe("the heat dump", () => {
	test.each<[boolean, number | "lost", string]>([
		[false, 109.9, "dump_waits"],
		[false, 110, "dumping"],
		[true, 105, "dumping"],
		[true, 104.9, "dump_waits"],
		[true, "lost", "no_reading"],
	])("dumping %s, at %s °C: %s", (before, roof_t, because) => {
		const own = new Bench(heatDump, plantWith(dumping("pump")), "dump");
		own.memory = { dumping: before };
		expect(own.ask(0, { told: { roof_t } })).toBe(because);
		const is = because === "dumping";
		expect([own.memory, own.changed]).toEqual([{ dumping: is }, before !== is]);
		if (is) expect(claimed(own)).toEqual([["dump", 100, 100, "protection", "dumping", false, "heat_dump"]]);
	});
	it("takes the pump where a valve leads to it", () => {
		const one = new Bench(heatDump, plantWith(dumping("valve")), "dump");
		one.look(0, { told: { roof_t: 120 } });
		expect(claimed(one)).toEqual([
			["dump", 100, 100, "protection", "dumping", false, "heat_dump"],
			["charge", 0, 0, "protection", "dumping", false, "heat_dump"],
		]);
	});
});

describe("system cooling", () => {
	const bench = (cooling: boolean) => {
		const one = new Bench(systemCooling, plantWith({ collector_cooling: { enabled: false } })).with({ enabled: true });
		one.memory = { cooling };
		return one;
	};
	const seen = (roof: number | "lost", store: number | "lost", full: boolean | undefined = true): Seen => ({
		told: { roof, store },
		circuits: { pump: { full } as never },
	});

	test.each<[boolean, number | "lost", number, boolean | undefined, boolean]>([
		[false, 100, 80, true, true],
		[false, 99.9, 80, true, false],
		[true, 95.1, 80, true, true],
		[true, 95, 80, true, false],
		[false, 120, 87.9, true, true],
		[false, 120, 88, true, false],
		[true, 120, 89.9, true, true],
		[true, 120, 90, true, false],
		[true, 120, 80, false, false],
		[false, 120, 80, undefined, false],
		[true, 120, 80, undefined, true],
	])("cooling %s, with a collector of %s and a tank of %d °C, full %s: %s", (before, roof, store, full, cools) => {
		const one = bench(before);
		one.look(0, { told: { roof, store }, circuits: { pump: { full } as never } });
		expect([one.memory, one.changed]).toEqual([{ cooling: cools }, before !== cools]);
		expect(claimed(one)).toEqual(
			cools ? [["pump", 100, 100, "protection", "system_cooled", false, "system_cooling"]] : [],
		);
	});
	it("is over while it is off", () => {
		const one = bench(true).with({ enabled: false });
		one.look(0, seen(120, 80));
		expect([one.claims, one.memory]).toEqual([[], { cooling: false }]);
	});
});

describe("the limits of a tank", () => {
	const layered = { sensors: [...SENSORS, { ...thermometer("layer", "tank_layer", 3), height: 140 }] };
	const bench = (memory: object = {}, plant = plantWith(layered), place = "tank") => {
		const one = new Bench(tankLimit, plant, place);
		one.memory = tankLimit.memory.parse(memory);
		return one;
	};
	const HOT = ["pump", "heater"].map((on) => [on, 0, 0, "safety", "tank_maximum", true, "tank_too_hot"]);
	const FILLED = [["pump", 0, 0, "normal", "tank_full", false, "tank_full"]];

	test.each<[object, number | "lost", number | "lost", readonly unknown[]]>([
		[{}, 74.9, 80, []],
		[{}, 75, 80, FILLED],
		[{ full: true }, 73, 80, FILLED],
		[{ full: true }, 72.9, 80, []],
		[{}, 70, 94.9, []],
		[{}, 70, 95, HOT],
		[{ too_hot: true }, 70, 93, HOT],
		[{ too_hot: true }, 70, 92.9, []],
		[{}, 95, 70, [...HOT, ...FILLED]],
		[{}, "lost", 95, HOT],
	])("after %j, at %s and %s °C: %j", (before, store, layer, claims) => {
		const one = bench(before);
		one.look(0, { told: { roof: 20, store, layer } });
		expect(claimed(one)).toEqual(claims);
		one.look(10);
		expect(one.changed).toBe(false);
	});

	it("remembers the sensors that reached the release of the maximum, until each is measured below it", () => {
		const one = bench();
		one.look(0, { told: { store: 95, layer: 93 } });
		expect(one.memory).toMatchObject({ too_hot: true, reached: ["store", "layer"] });
		one.look(10, { told: { store: 92.9, layer: "lost" } });
		expect([one.because, one.facts]).toEqual([
			"tank_maximum_lost",
			{ sensor: "layer", maximum: 95, release_below: 93 },
		]);
		one.look(20, { told: { layer: 93 } });
		expect(one.because).toBe("tank_maximum");
		one.look(30, { told: { layer: 92.9, store: 60 } });
		expect([one.claims, one.memory]).toEqual([[], { full: false, too_hot: false, reached: [] }]);
		one.look(40, { told: { layer: "lost" } });
		expect([one.claims, one.changed]).toEqual([[], false]);
	});

	it("keeps heaters off while no sensor tells", () => {
		const one = bench();
		one.look(0, { told: { store: "lost", layer: "lost" } });
		expect(claimed(one)).toEqual([["heater", 0, 0, "safety", "tank_unseen", true, "fault"]]);
	});

	test.each<[object, number, boolean]>([
		[{}, 97.9, false],
		[{}, 98, true],
		[{ too_hot: true, beyond: true }, 93, true],
		[{ too_hot: true, beyond: true }, 92.9, false],
	])("stops what strays into it: after %j, at %d °C: %s", (before, hot_water_t, strays) => {
		const one = bench(before, plantWith(twoTanks("valve")), "hot_water");
		one.look(0, { told: { roof_t: 20, hot_water_t, buffer_t: 40 } });
		expect(
			one.claims.filter(({ because }) => because === "tank_still_heated").map(({ on, to, rank }) => [on, to, rank]),
		).toEqual(strays ? [["to_buffer", 0, "safety"]] : []);
	});
	it("stops what strays into it below boiling, whatever its maximum", () => {
		const one = bench({}, plantWith(twoTanks("valve")), "hot_water").with({ maximum: 98 });
		one.look(0, { told: { roof_t: 20, hot_water_t: 98.9, buffer_t: 40 } });
		expect(one.claims.map(({ because }) => because)).not.toContain("tank_still_heated");
		one.look(10, { told: { hot_water_t: 99 } });
		expect(one.claims.map(({ because }) => because)).toContain("tank_still_heated");
	});
});
