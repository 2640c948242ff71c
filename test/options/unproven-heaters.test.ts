import { describe, expect, it, test } from "@jest/globals";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { heaterNotes, proofOf } from "#options/problems/unproven-heaters.ts";

const TARGET = "usb_relay:/dev/ttyUSB0/1";
const heater = (changes: object = {}) => ({ id: "heater", role: "heater", target: TARGET, ...changes });
const never = { usb_relay: { read_back: "never" } };
const problems = (raw: object, accepted?: (target: string) => boolean) => {
	const parsed = parse(raw, [], accepted);
	return parsed.kind === "invalid" ? parsed.problems.map(({ path, remedy }) => [path, remedy.code]) : [];
};

describe("a heater on a board that is known to prove nothing", () => {
	it("is refused without its owner's word", () => {
		const refused = [["outputs[0].unverified_ok", "heater_unproven"]];
		expect(problems({ ...never, outputs: [heater()] })).toEqual(refused);
		expect(problems({ ...never, outputs: [heater({ unverified_ok: false })] })).toEqual(refused);
	});

	it("is taken with it, and its output says so", () => {
		const parsed = parse({ ...never, outputs: [heater({ unverified_ok: true })] });
		expect(parsed.kind === "valid" && plantOf(parsed.options).outputs[0]).toMatchObject({ unverified_ok: true });
	});

	it("is taken where an earlier release took it, on the same target only, with a note", () => {
		const raw = { ...never, outputs: [heater()] };
		expect(problems(raw, (target) => target === TARGET)).toEqual([]);
		expect(heaterNotes(raw)).toMatchObject([
			{ path: "outputs[0].unverified_ok", remedy: { code: "heater_unproven_before", facts: { target: TARGET } } },
		]);
		expect(problems(raw, (target) => target === "usb_relay:/dev/ttyUSB0/2")).toHaveLength(1);
	});
});

test.each([
	["whose board may answer", { outputs: [heater()] }],
	["on lines that are read back", { outputs: [heater({ target: "gpio:raspberry_pi/17" })] }],
	["on the simulated plant", { outputs: [heater({ target: "simulated:heater" })] }],
	["that is none", { ...never, outputs: [heater({ role: "pump" })] }],
])("a heater %s needs no word", (_, raw) => {
	expect(problems(raw)).toEqual([]);
	expect(heaterNotes(raw)).toEqual([]);
});

test.each([
	[TARGET, {}, "asked"],
	[TARGET, never, "none"],
	[TARGET, { usb_relay: { read_back: "perhaps" } }, "asked"],
	["kmtronic:/dev/ttyUSB0/1", {}, "asked"],
	["gpio:raspberry_pi/17", {}, "readback"],
	["pigeon:7", {}, undefined],
])("%s with %j is proven by %s", (target, raw, proof) => {
	expect(proofOf(target, raw)).toBe(proof);
});
