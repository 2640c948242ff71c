import { describe, expect, it, test } from "@jest/globals";
import { energised, loadOf, restOf } from "#model/plant/output.ts";
import { type RESTS, WIRINGS } from "#model/plant/plant.ts";
import { FULL, OFF, percent } from "#model/quantities/units.ts";
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

describe("the rest position", () => {
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
