import { beforeEach, describe, expect, it } from "@jest/globals";
import { fault } from "#model/plant/fault.ts";
import type { Output } from "#model/plant/plant.ts";
import { FULL, OFF, percent } from "#model/quantities/units.ts";
import { openDevices } from "#runtime/devices.ts";
import { fakePlant } from "../fakes/plant.ts";
import { FakeDevice } from "./fake-device.ts";
import { HandTime } from "./hand-time.ts";

let time: HandTime;
beforeEach(() => {
	time = new HandTime();
});

interface Heater {
	readonly reads?: boolean;
	readonly unverified_ok?: true;
	readonly before?: (output: Output) => boolean;
}
/** Pump, heater and valve on the channels 1, 2 and 3 of one board. */
function bench({ reads = false, before = () => false, ...heater }: Heater = {}) {
	const board = new FakeDevice({ reads });
	const { now, pause } = time;
	const plant = fakePlant({ heater });
	const devices = openDevices(plant, [{ id: "board", device: board }], { now, pause, before, tell: () => undefined });
	return { board, devices, target: plant.outputs[1]?.target };
}
const wants = (...loads: readonly number[]) => loads.map(percent);
const UNPROVEN = { actual: OFF, fault: fault("unproven") };

describe("a heater on a board that proves nothing", () => {
	// #unproven-heater-stays-off
	it("stays off, says why, and nothing else on the board does", async () => {
		const { board, devices, target } = bench();
		expect(await devices.write(wants(100, 100, 100))).toEqual([{ actual: FULL }, UNPROVEN, { actual: FULL }]);
		expect(board.relays.get("2")).toBe(false);
		expect(devices.findings()).toEqual([
			{ severity: "alarm", code: "heater_refused", facts: { output: "heater", target } },
		]);
	});

	it("is not written again and again because of that", async () => {
		const { board, devices } = bench();
		await devices.write(wants(100, 100, 100));
		expect(await devices.write(wants(100, 100, 100))).toEqual([{ actual: FULL }, UNPROVEN, { actual: FULL }]);
		expect(board.told).toHaveLength(1);
	});

	it("is no fault while it is not wanted", async () => {
		const { devices } = bench();
		expect(await devices.write(wants(100, 0, 0))).toEqual([{ actual: FULL }, { actual: OFF }, { actual: OFF }]);
		expect(devices.findings()).toMatchObject([{ code: "heater_refused" }]);
	});

	it("runs with its owner's word, and is not mentioned", async () => {
		const { board, devices } = bench({ unverified_ok: true });
		expect(await devices.write(wants(0, 100, 0))).toEqual([{ actual: OFF }, { actual: FULL }, { actual: OFF }]);
		expect(board.relays.get("2")).toBe(true);
		expect(devices.findings()).toEqual([]);
	});

	it("runs where an earlier release drove it, and its owner is reminded", async () => {
		const { board, devices, target } = bench({ before: ({ role }) => role === "heater" });
		await devices.write(wants(0, 100, 0));
		expect(board.relays.get("2")).toBe(true);
		expect(devices.findings()).toEqual([
			{ severity: "warning", code: "heater_unproven", facts: { output: "heater", target } },
		]);
	});
});

describe("a heater whose board can be read back", () => {
	it("runs without a word", async () => {
		const { devices } = bench({ reads: true });
		expect(await devices.write(wants(0, 100, 0))).toEqual([{ actual: OFF }, { actual: FULL }, { actual: OFF }]);
		expect(devices.findings()).toEqual([]);
	});

	it("stays off while its device says of this channel that it is not proven", async () => {
		const { board, devices } = bench({ reads: true });
		let proven = false;
		Object.assign(board, { proven: (channel: string) => channel !== "2" || proven });
		expect((await devices.write(wants(0, 100, 0)))[1]).toEqual(UNPROVEN);
		proven = true;
		expect((await devices.write(wants(0, 100, 0)))[1]).toEqual({ actual: FULL });
		expect(devices.findings()).toEqual([]);
	});

	it("says nothing of proofs while the board is lost", async () => {
		const { board, devices } = bench({ reads: true });
		await devices.write(wants(0, 100, 0));
		Object.assign(board, { verify: "none", lost: fault("missing"), refuses: fault("missing") });
		expect((await devices.write(wants(0, 100, 0)))[1]).toEqual({ fault: fault("missing") });
		expect(devices.findings().map(({ code }) => code)).toEqual(["device_lost"]);
	});
});
