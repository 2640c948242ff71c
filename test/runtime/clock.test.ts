import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { instant } from "#model/quantities/units.ts";
import { clock } from "#runtime/clock.ts";

const at = (iso: string, time_zone?: string, speed?: number) =>
	clock({
		start: instant(0),
		wall: () => new Date(iso),
		monotonic: () => 0,
		...(time_zone === undefined ? undefined : { time_zone }),
		...(speed === undefined ? undefined : { speed }),
	});

describe("the running time", () => {
	it("goes on where it stopped, at the clock's speed", () => {
		let seconds = 1000;
		const { now } = clock({ start: instant(500), speed: 60, monotonic: () => seconds, wall: () => new Date(0) });
		expect(now()).toBe(500);
		seconds += 2;
		expect(now()).toBe(620);
	});

	it("never goes back, whatever the machine says (property)", () => {
		fc.assert(
			fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 })), fc.nat(), (said, start) => {
				let next = 0;
				const { now } = clock({ start: instant(start), monotonic: () => next, wall: () => new Date(0) });
				let before = now();
				for (next of said) {
					const after = now();
					expect(after).toBeGreaterThanOrEqual(before);
					before = after;
				}
			}),
		);
	});

	it("is the machine's unless another is given", () => {
		const before = performance.now();
		const { now, wall } = clock({ start: instant(7) });
		const first = now();
		const most = (performance.now() - before) / 1000;
		expect(first).toBeGreaterThanOrEqual(7);
		expect(first).toBeLessThanOrEqual(7 + most + 0.001);
		expect(wall().trusted).toBe(true);
	});
});

describe("the wall", () => {
	test.each([
		["2026-07-01T10:00:00Z", "Europe/Stockholm", "2026-07-01", 720, 3, 120],
		["2026-12-31T23:30:00Z", "Europe/Stockholm", "2027-01-01", 30, 5, 60],
		["2026-03-29T00:59:59Z", "Europe/Stockholm", "2026-03-29", 119, 7, 60],
		["2026-03-29T01:00:00Z", "Europe/Stockholm", "2026-03-29", 180, 7, 120],
		["2026-10-25T00:59:00Z", "Europe/Stockholm", "2026-10-25", 179, 7, 120],
		["2026-10-25T01:00:00Z", "Europe/Stockholm", "2026-10-25", 120, 7, 60],
		["2026-07-01T22:00:00Z", "Europe/Stockholm", "2026-07-02", 0, 4, 120],
		["2026-07-05T18:15:00Z", "Asia/Kolkata", "2026-07-05", 1425, 7, 330],
		["2026-07-06T10:00:00Z", "UTC", "2026-07-06", 600, 1, 0],
		["2028-02-29T12:00:00Z", "America/St_Johns", "2028-02-29", 510, 2, -210],
	])(
		"at %s in %s is %s, minute %d, weekday %d, %d min ahead of UTC",
		(iso, zone, date, minute_of_day, weekday, ahead) => {
			expect(at(iso, zone).wall()).toEqual({ date, minute_of_day, weekday, trusted: true, ahead });
		},
	);

	test.each([
		["1970-01-01T00:00:00Z", false],
		["2024-12-31T12:00:00Z", false],
		["2025-01-02T12:00:00Z", true],
	])("of %s is trusted: %s", (iso, trusted) => expect(at(iso, "UTC").wall().trusted).toBe(trusted));

	it("of a simulated plant is trusted and runs as fast as its plant", () => {
		let seconds = 0;
		const fast = clock({
			start: instant(0),
			speed: 3600,
			time_zone: "UTC",
			monotonic: () => seconds,
			wall: () => new Date("2024-06-30T22:00:00Z"),
		});
		expect(fast.wall()).toEqual({ date: "2024-06-30", minute_of_day: 1320, weekday: 7, trusted: true, ahead: 0 });
		seconds = 3;
		expect(fast.wall()).toEqual({ date: "2024-07-01", minute_of_day: 60, weekday: 1, trusted: true, ahead: 0 });
		expect(fast.date().toISOString()).toBe("2024-07-01T01:00:00.000Z");
	});

	it("follows when the machine's clock is set, also back", () => {
		let said = new Date("1970-01-01T00:00:10Z");
		const { wall } = clock({ start: instant(0), time_zone: "UTC", monotonic: () => 0, wall: () => said });
		expect(wall().trusted).toBe(false);
		said = new Date("2026-07-01T12:00:00Z");
		expect(wall()).toMatchObject({ date: "2026-07-01", trusted: true });
		said = new Date("2026-06-30T12:00:00Z");
		expect(wall()).toMatchObject({ date: "2026-06-30" });
	});

	test.each([undefined, "Mars/Olympus"])("is the process's own in the zone %s", (zone) => {
		const said = new Date("2026-07-01T12:34:00Z");
		expect(at(said.toISOString(), zone).wall().minute_of_day).toBe(said.getHours() * 60 + said.getMinutes());
	});
});
