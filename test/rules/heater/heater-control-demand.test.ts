import { describe, expect, it, test } from "@jest/globals";
import { PLAIN } from "#control/explain/compare.ts";
import { celsius, instant, kelvinPerHour } from "#model/quantities/units.ts";
import { demandIn, type View } from "#rules/heater/heater-control-demand.ts";
import { options } from "#rules/heater/heater-control-options.ts";
import { wallAt } from "./tank.ts";

const T = 500_000;
interface Asked {
	readonly tank?: number;
	readonly surplus?: boolean;
	readonly why?: View["why"];
	readonly clock?: string | null;
	readonly until?: number;
	readonly settings?: object;
	readonly rate?: number;
}
/** Comfort is 45 °C, from 40 °C on; surplus heats to 60 °C, from 55 °C on. */
function demand({ tank = 40, surplus = false, why, clock = "mo 12:00", until, settings = {}, rate = 10 }: Asked) {
	const { kind, because, ...rest } = demandIn({
		now: instant(T),
		wall: { ...wallAt(clock ?? "mo 00:00"), trusted: clock !== null },
		settings: options.parse({ mode: "on", ...settings }),
		tank: celsius(tank),
		rate: kelvinPerHour(rate),
		surplus,
		why,
		ready_until: until,
		compare: PLAIN,
	});
	return { because: because.code, facts: because.facts, ...(kind === "heat" ? rest : {}) };
}

describe("comfort", () => {
	test.each<[number, View["why"], string]>([
		[40, undefined, "heater_comfort"],
		[40.1, undefined, "heater_warm"],
		[44.9, "comfort", "heater_comfort"],
		[45, "comfort", "heater_warm"],
	])("at %d °C, heating for %s: %s", (tank, why, because) => {
		expect(demand({ tank, why }).because).toBe(because);
	});

	it("may be done by the sun within two hours, and is told with its limits", () => {
		expect(demand({ tank: 30 })).toMatchObject({
			why: "comfort",
			target: 45,
			within: 7200,
			facts: { tank: 30, target: 45 },
		});
		expect(demand({ tank: 42 })).toMatchObject({ because: "heater_warm", facts: { tank: 42, start_at: 40 } });
	});

	test.each<[object, string | null, string]>([
		[{ windows: "mo-fr 06:00-08:00" }, "mo 05:59", "heater_outside"],
		[{ windows: "mo-fr 06:00-08:00" }, "mo 06:00", "heater_comfort"],
		[{ windows: "mo-fr 06:00-08:00" }, "mo 07:59", "heater_comfort"],
		[{ windows: "mo-fr 06:00-08:00" }, "mo 08:00", "heater_outside"],
		[{ windows: "mo-fr 06:00-08:00" }, null, "heater_clock"],
		[{ windows: "always" }, null, "heater_comfort"],
		[{ mode: "eco" }, "mo 12:00", "heater_eco"],
	])("with %j at %s: %s", (settings, clock, because) => {
		expect(demand({ settings, clock, tank: 30 }).because).toBe(because);
	});
});

describe("surplus", () => {
	test.each<[number, View["why"], string]>([
		[55, undefined, "heater_surplus"],
		[55.1, undefined, "heater_full"],
		[59.9, "surplus", "heater_surplus"],
		[60, "surplus", "heater_full"],
	])("at %d °C, heating for %s: %s", (tank, why, because) => {
		expect(demand({ tank, why, surplus: true }).because).toBe(because);
	});

	it("waits for no sun, and goes before everything else", () => {
		expect(demand({ tank: 30, surplus: true })).toMatchObject({
			why: "surplus",
			target: 60,
			within: 0,
			facts: { tank: 30, target: 60 },
		});
	});
	it("lets comfort heat where its own hysteresis does not begin", () => {
		const settings = { comfort: 58, hysteresis: 5, surplus_target: 60, cut_out: 80 };
		expect(demand({ tank: 56, surplus: true, why: "comfort", settings }).because).toBe("heater_surplus");
		expect(demand({ tank: 62, surplus: true, why: "comfort", settings }).because).toBe("heater_full");
	});
	it("is full with the temperature told", () => {
		expect(demand({ tank: 62, surplus: true }).facts).toEqual({ tank: 62, target: 60 });
	});
});

describe("the ready-by time", () => {
	/** 5 K at 10 K/h are 30 minutes, and 30 to spare: from 05:30 on. */
	const ready = { mode: "eco", ready_by: "06:30", comfort: 45, margin: 30 };
	const at = (clock: string | null, more: Asked = {}) => demand({ settings: ready, clock, tank: 40, ...more });

	test.each<[string | null, string]>([
		["mo 05:29", "heater_ready_later"],
		["mo 05:30", "heater_ready"],
		["mo 06:29", "heater_ready"],
		["mo 06:30", "heater_ready_later"],
		["mo 06:31", "heater_ready_later"],
		[null, "heater_clock"],
	])("at %s: %s", (clock, because) => {
		expect(at(clock).because).toBe(because);
	});

	it("heats until then, and the sun may do it within that time", () => {
		expect(at("mo 05:45")).toMatchObject({
			why: "ready",
			target: 45,
			within: 45 * 60,
			until: T + 45 * 60,
			facts: { tank: 40, target: 45, left: 45 * 60 },
		});
	});

	it("tells when it begins, rounded up to the minute of heating", () => {
		expect(at("mo 05:20").facts).toEqual({ tank: 40, target: 45, left: 600 });
		// 4.9 K take 29.4 minutes, which are told as 30.
		expect(at("mo 05:20", { tank: 40.1, settings: { ...ready, hysteresis: 4 } }).facts).toMatchObject({ left: 600 });
		expect(at("mo 06:30").facts).toEqual({ tank: 40, target: 45, left: 0 });
	});

	test.each<[number, string]>([
		[40, "heater_ready"],
		[40.1, "heater_warm"],
	])("begins at %d °C by the hysteresis: %s", (tank, because) => {
		expect(at("mo 06:00", { tank }).because).toBe(because);
	});

	test.each<[number, number, string]>([
		[44.9, T + 1, "heater_ready"],
		[45, T + 1, "heater_warm"],
		[44.9, T, "heater_warm"],
		[44.9, T - 1, "heater_warm"],
	])("goes on at %d °C until %d: %s", (tank, until, because) => {
		expect(at("mo 06:00", { tank, until, why: "ready" }).because).toBe(because);
	});

	it("goes on to the moment that it began for, whatever the clock says", () => {
		expect(at("mo 12:00", { tank: 42, until: T + 600, why: "ready" })).toMatchObject({
			until: T + 600,
			within: 600,
			facts: { left: 600 },
		});
		expect(at("mo 06:00", { tank: 42, until: T + 600, why: "comfort" }).because).toBe("heater_warm");
		expect(at("mo 06:00", { tank: 42, why: "ready" }).because).toBe("heater_warm");
	});

	it("goes before comfort, and lets comfort heat until it begins", () => {
		const both = { ...ready, mode: "on" };
		expect(at("mo 06:00", { settings: both }).because).toBe("heater_ready");
		expect(at("mo 02:00", { settings: both }).because).toBe("heater_comfort");
		expect(at("mo 02:00", { settings: both, tank: 42 }).because).toBe("heater_warm");
		expect(at("mo 02:00", { settings: { ...ready, ready_by: "never" } }).because).toBe("heater_eco");
	});
});
