import { describe, expect, it, test } from "@jest/globals";
import { plantFrom, plantWith, Rig } from "./rig.ts";

const heaterOf = (rig: Rig) => rig.pass(600, 10).heaters[0];

describe("what a heater takes", () => {
	it("is its rated power while its board confirms that it is on, to the second", () => {
		const rig = new Rig(plantWith());
		rig.turn(10);
		rig.pass(1800, 10, { runs: { heater: 100 } });
		expect(rig.turn(7)).toMatchObject({ heaters: [{ power: 3000, by: "rated_power" }] });
		rig.turn(3, { runs: { heater: 0 } });
		expect(heaterOf(rig)?.energy?.total).toBeCloseTo(1.5, 2);
	});

	test.each([
		["its board does not answer", { heater: "unknown" }],
		["it is off", { heater: 0 }],
	] as const)("is nothing while %s", (_, runs) => {
		const rig = new Rig(plantWith());
		rig.pass(3600, 10, { runs });
		expect(heaterOf(rig)?.energy?.total).toBe(0);
	});

	const metered = (role: "energy" | "power") =>
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
		});

	it("is what its own meter counts, also while the app is off, and never less when that begins again", () => {
		const rig = new Rig(metered("energy"));
		for (const meter of [1000, 1000.5, 1001]) rig.pass(60, 10, { read: { meter } });
		rig.save();
		rig.kill();
		for (const meter of [1003, "lost", 1003, 0, 0.25] as const) rig.pass(360, 10, { read: { meter } });
		expect(heaterOf(rig)).toMatchObject({ by: "meter", energy: { total: 3.25 } });
	});

	// #wrong-reading
	it.each([
		["falls to 0 and comes back", [5000, 5001, 0, 5001], 1],
		["leaps and comes back", [10, 90_000, 10.5], 0.5],
		["begins wrong", [0, 5001, 5001.5], 0],
		["leaps again and again", [10, 90_000, 10.5, 4000, 11, 0, 11.5], 1.5],
	])("is what its meter counts, and nothing more where that %s", (_, shown, total) => {
		for (const saves of [false, true]) {
			const rig = new Rig(metered("energy"));
			for (const meter of shown) {
				rig.turn(60, { read: { meter } });
				if (saves) rig.save();
				if (saves) rig.kill();
			}
			expect(heaterOf(rig)?.energy?.total).toBe(total);
		}
	});

	it("goes on from another value once its meter has shown that for minutes", () => {
		const rig = new Rig(metered("energy"));
		rig.pass(60, 10, { read: { meter: 5000 } });
		rig.pass(400, 10, { read: { meter: 90_000 } });
		rig.turn(60, { read: { meter: 90_000.5 } });
		expect(heaterOf(rig)?.energy?.total).toBe(0.5);
	});

	it("is what its meter counted while it could not be read, within what a heater takes in that time", () => {
		const rig = new Rig(metered("energy"));
		rig.pass(60, 10, { read: { meter: 10 } });
		rig.pass(7200, 60, { read: { meter: "lost" } });
		rig.turn(10, { read: { meter: 17 } });
		expect(heaterOf(rig)?.energy?.total).toBe(7);
	});

	it("is what its own meter of power shows", () => {
		const rig = new Rig(metered("power"));
		rig.turn(10, { read: { meter: 0 } });
		rig.pass(3600, 10, { read: { meter: 2400 }, runs: { heater: 100 } });
		expect(rig.turn(10).heaters[0]?.power).toBe(2400);
		expect(heaterOf(rig)?.energy?.total).toBeGreaterThan(2.4);
	});
});
