import { describe, expect, it, test } from "@jest/globals";
import { confirms, driveOf, energised, loadOf, restOf } from "#model/plant/output.ts";
import { type RESTS, WIRINGS } from "#model/plant/plant.ts";
import { FULL, OFF, type Percent, percent } from "#model/quantities/units.ts";
import { fakePlant } from "../fakes/plant.ts";

const wired = (wiring: (typeof WIRINGS)[number], rest: (typeof RESTS)[number] = "load_off") => {
	const [pump] = fakePlant({ pump: { wiring, rest } }).outputs;
	if (pump === undefined) throw new Error("the fake plant has a pump");
	return pump;
};

describe("the relay coil of an output", () => {
	test.each([
		["no", 100, true],
		["no", 1, true],
		["no", 0, false],
		["nc", 100, false],
		["nc", 1, false],
		["nc", 0, true],
	] as const)("on a contact `%s` with the load at %i %% is energised: %s", (wiring, want, coil) => {
		expect(energised(wired(wiring), percent(want))).toBe(coil);
	});

	test.each(WIRINGS)("is read back on `%s` as the load that it was written for", (wiring) => {
		for (const load of [OFF, FULL]) expect(loadOf(wired(wiring), energised(wired(wiring), load))).toBe(load);
	});

	it("without power runs the load on `nc` and not on `no`", () => {
		expect(loadOf(wired("nc"), false)).toBe(FULL);
		expect(loadOf(wired("no"), false)).toBe(OFF);
	});
});

/** A speed of 30 to 80 % in steps of 5, wired as given. */
const driven = (wiring: (typeof WIRINGS)[number], rest: (typeof RESTS)[number] = "load_off") => ({
	...wired(wiring, rest),
	level: { min: percent(30), max: percent(80), step: percent(5) },
});

describe("the level of an output", () => {
	test.each(WIRINGS)("is set as it is wanted, whatever is said of its contact (%s)", (wiring) => {
		for (const level of [0, 30, 45, 80]) expect(driveOf(driven(wiring), percent(level))).toBe(level);
		expect(loadOf(driven(wiring), percent(45))).toBe(45);
	});

	test.each([true, false, percent(-1), percent(101), percent(Number.NaN)])("is never read from %p", (drive) => {
		expect(loadOf(driven("no"), drive)).toBeUndefined();
	});

	it("is not read from a relay, whatever its board says", () => {
		for (const level of [0, 45, 100]) expect(loadOf(wired("no"), percent(level))).toBeUndefined();
		expect(driveOf(wired("nc"), FULL)).toBe(false);
	});

	test.each([
		[45, 45, true],
		[50, 45, true],
		[40, 45, true],
		[50.1, 45, false],
		[39.9, 45, false],
		[0, 0, true],
		[1, 0, false],
		[0, 5, false],
		[0, 45, false],
	] as const)("found at %d %% confirms %d %%: %p", (found, want, yes) => {
		expect(confirms(driven("no"), percent(found), percent(want))).toBe(yes);
	});
});

describe("the rest position", () => {
	test.each<[(typeof RESTS)[number], Percent | undefined]>([
		["load_off", OFF],
		["load_on", percent(80)],
		["hold", undefined],
	])("%s of a level is %s: no more than its most", (rest, level) => {
		expect(restOf(driven("no", rest))).toBe(level);
	});

	test.each([
		["load_off", OFF],
		["load_on", FULL],
		["hold", undefined],
	] as const)("%s means the load at %s, whatever the wiring", (rest, load) => {
		for (const wiring of WIRINGS) expect(restOf(wired(wiring, rest))).toBe(load);
	});

	it("that turns the load off energises the coil of an `nc` output", () => {
		const pump = wired("nc", "load_off");
		expect(energised(pump, restOf(pump) ?? FULL)).toBe(true);
	});
});
