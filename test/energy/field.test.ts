import { describe, expect, it, test } from "@jest/globals";
import type { Wall } from "#model/quantities/wall.ts";
import { wallOf } from "#runtime/clock.ts";
import { localTimes } from "#runtime/local-time.ts";
import { plantFrom, plantWith, Rig } from "./rig.ts";

const metered = (role: "energy" | "power", power = 3000) =>
	new Rig(
		plantFrom({
			sensors: [
				{ id: "tank", role: "tank", source: "simulated:tank" },
				{
					id: "meter",
					role,
					of: "tank",
					source: role === "energy" ? "gpio:raspberry_pi/24/energy/1000" : "modbus:m/1/sdm120-power",
				},
			],
			outputs: [{ id: "heater", role: "heater", target: "simulated:heater" }],
			modbus_buses: [{ id: "m", at: "192.0.2.10:502" }],
			heater: { power },
		}),
	);
const totalOf = (rig: Rig) => rig.pass(600, 10).heaters[0]?.energy?.total;

/** What meters in houses do, as their owners have told. */
describe("a heater's meter that counts kWh", () => {
	it.each([
		["a small total", 1.5],
		["a large one", 3746],
	])(
		"and shows 0 for half an hour after a power cut, and then its total again, has counted what it moved: %s",
		(_, before) => {
			const rig = metered("energy");
			rig.pass(3600, 10, { read: { meter: before } });
			rig.pass(600, 10, { read: { meter: "lost" } });
			rig.pass(1800, 10, { read: { meter: 0 } });
			rig.pass(1800, 10, { read: { meter: before + 0.01 } });
			expect(totalOf(rig)).toBeCloseTo(0.01, 6);
		},
	);

	it("and begins at 0 for good, counts on from there, also past its old total", () => {
		const rig = metered("energy");
		rig.pass(3600, 10, { read: { meter: 1.5 } });
		for (let kwh = 0; kwh <= 4; kwh += 0.01) rig.pass(20, 10, { read: { meter: kwh } });
		// The five minutes until the fall is believed are lost.
		expect(totalOf(rig)).toBeGreaterThan(3.8);
		expect(totalOf(rig)).toBeLessThanOrEqual(4);
	});

	it("and overflows, loses minutes and never falls", () => {
		const rig = metered("energy");
		for (let wh = 838_000; wh < 840_000; wh += 8) rig.turn(10, { read: { meter: (wh % 838_860.7) / 1000 } });
		expect(totalOf(rig)).toBeGreaterThan(1.7);
		expect(totalOf(rig)).toBeLessThanOrEqual(2);
	});

	it("and reports once an hour, of a heater that is stronger than its options say, is a measurement", () => {
		const rig = metered("energy");
		for (let hour = 0; hour < 10; hour++) rig.pass(3600, 10, { read: { meter: 100 + 6 * hour } });
		// Only the first step is not believed: nothing has shown before that it counts.
		expect(totalOf(rig)).toBeCloseTo(8 * 6, 6);
	});
});

describe("a heater's meter of power", () => {
	it("that stands at 0 for hours and shows a short peak counts that peak alone", () => {
		const rig = metered("power");
		rig.pass(36_000, 10, { read: { meter: 0 } });
		rig.turn(10, { read: { meter: 700 } });
		rig.pass(36_000, 10, { read: { meter: 0 } });
		expect(totalOf(rig)).toBeLessThan(0.003);
	});

	it.each([
		["is more than any heater takes", 40_000],
		["is negative, as of a clamp that was put on the wrong way round", -3000],
	])("that %s is no measurement: it counts nothing and says so", (_, meter) => {
		const rig = metered("power");
		rig.pass(3600, 10, { read: { meter }, runs: { heater: 100 } });
		expect(rig.turn(10).heaters[0]).toMatchObject({ power: undefined, energy: { total: 0 } });
		expect(rig.turn(10).heaters[0]?.unmeasured).toBeGreaterThan(3500);
	});
});

test.each([
	["2026-03-28T12:00:00Z", "2026-03-29", 23],
	["2026-10-24T12:00:00Z", "2026-10-25", 25],
] as const)(
	"a day begins at the local midnight when the clocks change: from %s, %s has %d hours",
	(from, day, hours) => {
		const local = localTimes("Europe/Stockholm");
		const rig = new Rig(plantWith());
		const wallAt = (second: number): Wall => ({
			...wallOf(local(new Date(Date.parse(from) + 1000 * second)), false),
			trusted: true,
		});
		for (let second = 0; second < 2 * 86_400; second += 60)
			rig.step(60, { runs: { heater: 100 }, wall: wallAt(second) });
		const { heat } = rig.memory("heater_meter@heater") as {
			heat: { ended: { day: string; from: number; to: number } };
		};
		expect(heat.ended.day).toBe(day);
		expect(heat.ended.to - heat.ended.from).toBeCloseTo(3 * hours, 6);
	},
);
