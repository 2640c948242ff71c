import { describe, expect, it } from "@jest/globals";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import { legionella } from "#rules/heater/legionella.ts";
import { Tank } from "./tank.ts";

const house = (settings: Readonly<Record<string, string | number | boolean>> = {}, tank = 40) =>
	new Tank({
		tank,
		settings: { mode: "off" },
		others: { legionella: { enabled: true, every: 1, hold_for: 30, ...settings } },
		from: "mo 18:00",
	});

describe("the legionella programme", () => {
	it("heats at its time, holds the temperature, and does so again when it is due", () => {
		const home = house();
		const starts: string[] = [];
		let on = false;
		let hot = 0;
		home.weather = { drift: -0.6 };
		home.minutes(3 * 1440, (now) => {
			if (now.on && !on && now.tank < 55) starts.push(now.clock);
			on = now.on;
			if (now.tank >= 60) hot += 1;
			if (now.clock.endsWith("12:00")) now.tank = 40;
		});
		expect(starts).toEqual(["mo 20:00", "tu 20:00", "we 20:00"]);
		expect(hot).toBeGreaterThanOrEqual(90);
		expect(home.memoryOf("legionella")).toMatchObject({ layers: { tank: { date: expect.any(String) }, tank_140: {} } });
		expect(home.tank).toBeLessThan(64);
	});

	it("counts heat that was there anyway", () => {
		const home = house({ every: 2 });
		home.tank = 62;
		home.minutes(40);
		home.tank = 40;
		let ran = 0;
		home.minutes(6 * 60, ({ on }) => {
			if (on) ran += 1;
		});
		expect(ran).toBe(0);
		home.minutes(24 * 60, ({ on }) => {
			if (on) ran += 1;
		});
		expect(ran).toBeGreaterThan(60);
	});

	it("gives up with a message, and tries again the next day", () => {
		const home = house({ give_up_after: 60 });
		home.weather = { dry: true };
		home.minutes(4 * 60);
		expect([home.on, home.findings]).toEqual([false, ["legionella_failed"]]);
		home.weather = {};
		home.tank = 55;
		home.minutes(24 * 60);
		expect([home.on, home.findings]).toEqual([false, []]);
	});

	it("goes on after a restart, and does not begin twice a day", () => {
		const home = house();
		home.minutes(150);
		expect(home.on).toBe(true);
		home.restart().minutes(2);
		expect(home.on).toBe(true);
		home.minutes(5 * 60).restart();
		home.minutes(60);
		expect([home.on, home.memoryOf("legionella")]).toMatchObject([false, { layers: { tank: { date: "2026-06-02" } } }]);
	});

	it("is off without its sensor, without a clock, and while it is disabled", () => {
		const lost = house().minutes(130);
		expect(lost.on).toBe(true);
		lost.weather = { lost: ["tank"] };
		expect(lost.turn().on).toBe(false);
		const blind = house();
		blind.minutes(60);
		blind.wall = UNTRUSTED;
		blind.minutes(1440);
		expect([blind.on, legionella.options.parse({}).enabled]).toEqual([false, false]);
	});
});
