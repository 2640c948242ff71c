import { describe, expect, it, test } from "@jest/globals";
import { energyJson } from "#energy/figures/json.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { wallOf } from "#runtime/clock.ts";
import { localTimes } from "#runtime/local-time.ts";
import { plantFrom, plantWith, RETURN, Rig } from "./rig.ts";

/** The bars of energy dashboards that owners have reported as wrong, on this product. */
const local = localTimes("Europe/Stockholm");
/** The clock of a house, from a moment on. */
const from =
	(moment: string) =>
	(second: number): Wall => ({
		...wallOf(local(new Date(Date.parse(moment) + 1000 * second)), false),
		trusted: true,
	});
const sum = (all: readonly number[] = []) => all.reduce((total, kwh) => total + kwh, 0);
const heaterOf = (rig: Rig) => rig.turn(0).heaters[0]?.energy;

const withMeter = () =>
	new Rig(
		plantFrom({
			sensors: [
				{ id: "tank", role: "tank", source: "simulated:tank" },
				{ id: "meter", role: "energy", of: "tank", source: "gpio:raspberry_pi/24/energy/1000" },
			],
			outputs: [{ id: "heater", role: "heater", target: "simulated:heater" }],
			heater: { power: 3000 },
		}),
	);
/** A heater of 3 kW whose meter shows what `shows` makes of the kWh so far, minute by minute. */
function metered(moment: string, hours: number, shows: (kwh: number, second: number) => number, on = true): Rig {
	const rig = withMeter();
	const wall = from(moment);
	let kwh = 0;
	for (let second = 0; second <= hours * 3600; second += 60) {
		rig.step(60, { read: { meter: shows(kwh, second) }, wall: wall(second) });
		if (on) kwh += 0.05;
	}
	return rig;
}

describe("the hours of a day on which the clocks change", () => {
	test.each([
		["back: the hour that comes twice has both, and the last hour is there", "2026-10-24T22:00:00Z", 25, 6, 75],
		["forward: the hour that is skipped is empty, and the last hour is there", "2026-03-28T23:00:00Z", 23, 0, 69],
	] as const)("%s", (_, midnight, hours, second, all) => {
		const rig = new Rig(plantWith());
		const wall = from(midnight);
		for (let at = 0; at < hours * 3600; at += 60) rig.step(60, { runs: { heater: 100 }, wall: wall(at) });
		const { heat } = rig.memory("heater_meter@heater") as { heat: { hours: readonly number[] } };
		expect(heat.hours).toHaveLength(24);
		expect([heat.hours[1], heat.hours[2], heat.hours[3]]).toEqual([
			expect.closeTo(3, 1),
			expect.closeTo(second, 1),
			expect.closeTo(3, 1),
		]);
		expect(heat.hours[23]).toBeGreaterThan(2.9);
		expect(sum(heat.hours)).toBeCloseTo(all, 0);
	});
});

describe("a meter of the heater", () => {
	const MIDNIGHT = "2026-07-01T20:00:00Z";
	/** Two hours before midnight until three hours after it. */
	const NIGHT = 5;

	it("that begins at 0 at midnight makes no negative hour, and no tall one", () => {
		const rig = metered(MIDNIGHT, NIGHT, (kwh, second) => (second < 7200 ? kwh : kwh - 6));
		const { hours = [], today = 0 } = heaterOf(rig) ?? {};
		expect(Math.min(...hours)).toBeGreaterThanOrEqual(0);
		expect(Math.max(...hours)).toBeLessThan(3.1);
		expect(today).toBeCloseTo(9, 0);
	});

	it("that begins at 0 an hour late, as at midnight UTC, makes the same hours", () => {
		const rig = metered(MIDNIGHT, NIGHT, (kwh, second) => (second < 14_400 ? kwh : kwh - 12));
		const { hours = [] } = heaterOf(rig) ?? {};
		expect(hours.slice(0, 2)).toEqual([expect.closeTo(3, 0), expect.closeTo(3, 0)]);
		expect(Math.max(...hours)).toBeLessThan(3.1);
	});

	it("that shows 0 at midnight and yesterday's sum once more makes no tall hour", () => {
		const rig = metered(
			MIDNIGHT,
			NIGHT,
			(_, second) => (second < 7200 ? 6 : second < 7500 || second > 9000 ? 0 : 6),
			false,
		);
		expect(sum(heaterOf(rig)?.hours)).toBeLessThan(0.01);
	});

	it("that reports once an hour fills the hour that it tells of", () => {
		const rig = withMeter();
		const wall = from("2026-07-01T04:00:00Z");
		for (let second = 0; second <= 5 * 3600 + 600; second += 60) {
			const reports = Math.floor((second - 30) / 3600);
			rig.step(60, { read: { meter: 100 + 3 * Math.max(0, reports) }, wall: wall(second) });
		}
		const { hours = [] } = heaterOf(rig) ?? {};
		// The first report is not believed: nothing has shown before that the meter counts.
		expect(hours.slice(8, 10)).toEqual([expect.closeTo(3, 0), expect.closeTo(3, 0)]);
		expect(hours[11] ?? 0).toBeLessThan(0.5);
	});

	it("that counted on while the app was off makes no hour that the heater cannot reach", () => {
		const rig = metered("2026-07-01T04:00:00Z", 2, (kwh) => kwh);
		rig.save();
		rig.kill();
		const wall = from("2026-07-01T10:00:00Z");
		for (let second = 0; second < 1800; second += 60) rig.step(60, { read: { meter: 18 }, wall: wall(second) });
		const { hours = [], today = 0 } = heaterOf(rig) ?? {};
		expect(today).toBeCloseTo(18, 0);
		expect(Math.max(...hours)).toBeLessThan(3.2);
	});
});

describe("the hours of the sun", () => {
	const sunny = () => new Rig(plantWith({ sensors: [RETURN], pump: { full_flow: 4 } }));
	const HEAT = { read: { collector: 60, return_line: 40, tank: 35 }, runs: { pump: 100 } };

	it("have no bar, and none below zero, while the tank is cooled at night", () => {
		const rig = sunny();
		const wall = from("2026-07-01T22:00:00Z");
		for (let second = 0; second < 7200; second += 60)
			rig.step(60, { read: { collector: 20, return_line: 50, tank: 60 }, runs: { pump: 100 }, wall: wall(second) });
		const { sun } = rig.turn(0);
		expect(sum(sun?.heat?.hours)).toBe(0);
		expect(rig.turn(0).circuits[0]?.back).toBeGreaterThan(1);
	});

	it("lose a minute to a kill at most, and no bar that was shown gets shorter", () => {
		const rig = sunny();
		const wall = from("2026-07-01T07:30:00Z");
		let shown: readonly number[] = [];
		for (let second = 0; second < 5400; second += 10) {
			if (second % 1500 === 1490) rig.kill();
			const { sun } = rig.turn(10, { ...HEAT, wall: wall(second) });
			const hours = sun?.heat?.hours ?? [];
			for (const [hour, kwh] of shown.entries()) expect(hours[hour] ?? 0).toBeGreaterThanOrEqual(kwh - 1e-6);
			shown = hours;
		}
		expect(sum(shown)).toBeGreaterThan(6);
	});

	it("keep the rest of an hour in which the app stood still for ten minutes", () => {
		const rig = sunny();
		const wall = from("2026-07-01T08:00:00Z");
		for (let second = 0; second < 3600; second += 10) if (second < 3000) rig.step(10, { ...HEAT, wall: wall(second) });
		rig.step(600, { ...HEAT, wall: wall(3600) });
		rig.pass(600, 10, { wall: wall(3900) });
		const before = rig.turn(0).sun?.heat?.hours?.[10] ?? 0;
		expect(before).toBeGreaterThan(3.5);
		expect(before).toBeLessThan(4.7);
	});

	it("are in JSON beside the day, rounded, and absent while the store cannot be read", () => {
		const rig = sunny();
		rig.pass(1800, 10, { ...HEAT, wall: from("2026-07-01T08:00:00Z")(0) });
		if (rig.snapshot === undefined) throw new Error("no turn");
		const { sun } = energyJson(rig.snapshot);
		expect(sun?.hours_kwh?.slice(0, 10)).toEqual(Array(10).fill(0));
		expect(sum(sun?.hours_kwh)).toBeCloseTo(sun?.today_kwh ?? 0, 2);
		rig.turn(10, { findings: [{ code: "store_unread", severity: "warning", facts: {} }] });
		expect(energyJson(rig.snapshot).sun).not.toHaveProperty("hours_kwh");
	});
});
