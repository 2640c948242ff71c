import { beforeEach, describe, expect, it, test } from "@jest/globals";
import { fault } from "#model/plant/fault.ts";
import type { Output } from "#model/plant/plant.ts";
import { FULL, OFF, type Percent, percent } from "#model/quantities/units.ts";
import { type Devices, openDevices } from "#runtime/devices.ts";
import { LevelBoard, type LevelNature } from "../fakes/level-board.ts";
import { type Changes, fakePlant } from "../fakes/plant.ts";
import { HandTime } from "./hand-time.ts";

let time: HandTime;
beforeEach(() => {
	time = new HandTime();
});

const SPEED = { min: percent(30), max: percent(80), step: percent(5) };
const wants = (...loads: readonly number[]) => loads.map(percent);
type Last = (output: Output) => Percent | undefined;

/** A pump with a speed on channel 1, a heater and a valve on relays, all on one board. */
function bench(changes: Changes = {}, nature: Partial<LevelNature> = {}, last: Last = () => undefined) {
	const board = new LevelBoard({ relays: ["2", "3"], ...nature });
	return { board, devices: opened(board, changes, last) };
}
function opened(board: LevelBoard, changes: Changes = {}, last: Last = () => undefined): Devices {
	const { now, pause } = time;
	const plant = fakePlant({ ...changes, pump: { level: SPEED, ...changes.pump } });
	return openDevices(plant, [{ id: "board", device: board }], { now, pause, last, tell: () => undefined });
}
const image = (board: LevelBoard) => Object.fromEntries(board.sent.at(-1) ?? []);

describe("a board with levels and relays", () => {
	it("gets a level where it takes one, and a coil where it has a relay, whose wiring alone turns it round", async () => {
		const { board, devices } = bench({ pump: { wiring: "nc" }, heater: { wiring: "nc" } });
		expect(await devices.write(wants(45, 100, 100))).toEqual([{ actual: 45 }, { actual: FULL }, { actual: FULL }]);
		expect(image(board)).toEqual({ 1: 45, 2: false, 3: true });
	});

	it("never gets more than the highest level, nor a relay a percentage, whatever is wanted", async () => {
		const { board, devices } = bench();
		expect(await devices.write(wants(100, 45, 0))).toEqual([{ actual: 80 }, { actual: FULL }, { actual: OFF }]);
		expect(image(board)).toEqual({ 1: 80, 2: true, 3: false });
	});

	it("is sent each new level at once, and nothing while the image stands", async () => {
		const { board, devices } = bench();
		await devices.write(wants(45, 0, 0));
		await devices.write(wants(45, 0, 0));
		expect(board.sent).toHaveLength(1);
		await devices.write(wants(50, 0, 0));
		expect(board.sent).toHaveLength(2);
		await time.pass(30);
		await devices.write(wants(50, 0, 0));
		expect(board.sent).toHaveLength(3);
	});

	test.each([
		{ error: 5, sees: { actual: 45 } },
		{ error: -5, sees: { actual: 45 } },
		{ error: 5.5, sees: { actual: 50.5, fault: fault("not_verified", { wanted: 45, found: 50.5 }) } },
		{ error: -15, sees: { actual: 30, fault: fault("not_verified", { wanted: 45, found: 30 }) } },
		{ error: Number.NaN, sees: { fault: fault("not_verified", { wanted: 45 }) } },
		{ error: 90, sees: { fault: fault("not_verified", { wanted: 45 }) } },
	])("whose read-back is $error % beside it says so where that is more than a step", async ({ error, sees }) => {
		const { devices } = bench({}, { error });
		expect((await devices.write(wants(45, 0, 0)))[0]).toEqual(sees);
	});

	it("that does not let go of a small level is not off, and is told so until it is", async () => {
		const { board, devices } = bench();
		await devices.write(wants(30, 0, 0));
		board.channels.set("1", 2);
		board.stuck = ["1"];
		expect((await devices.write(ALL_OFF))[0]).toEqual({
			actual: 2,
			fault: fault("not_verified", { wanted: 0, found: 2 }),
		});
		board.stuck = [];
		expect((await devices.write(ALL_OFF))[0]).toEqual({ actual: OFF });
		expect(board.channels.get("1")).toBe(0);
	});

	it("that cannot be read back is believed", async () => {
		const { devices } = bench({ heater: { unverified_ok: true } }, { reads: false });
		expect(await devices.write(wants(45, 100, 0))).toEqual([{ actual: 45 }, { actual: FULL }, { actual: OFF }]);
	});

	it("that was away is sent the level again, as it woke up with another", async () => {
		const { board, devices } = bench();
		await devices.write(wants(45, 0, 0));
		board.channels.set("1", 0);
		board.returns = 1;
		expect((await devices.write(wants(45, 0, 0)))[0]).toEqual({ actual: 45 });
		expect(board.channels.get("1")).toBe(45);
	});
});

describe("a level at rest", () => {
	test.each([
		{ rest: "load_off", stands: 0 },
		{ rest: "load_on", stands: 80 },
		{ rest: "hold", stands: 45 },
	] as const)("$rest is $stands %", async ({ rest, stands }) => {
		const { board, devices } = bench({ pump: { rest } });
		await devices.write(wants(45, 0, 0));
		expect((await devices.rest())[0]).toEqual({ actual: stands });
		expect(board.channels.get("1")).toBe(stands);
	});

	test.each([
		{ saved: 45, stands: 45 },
		{ saved: 100, stands: 80 },
	])("that holds its state on a board that cannot tell goes on from the saved $saved % with $stands %", async (row) => {
		const { board, devices } = bench({ pump: { rest: "hold" } }, { reads: false }, () => percent(row.saved));
		await devices.readInitialOutputs();
		expect(board.channels.get("1")).toBe(row.stands);
	});

	it("that was saved of what is now a relay is on, and no percentage", async () => {
		const { board, devices } = bench({ valve: { rest: "hold" } }, { reads: false }, ({ id }) =>
			id === "valve" ? percent(45) : undefined,
		);
		expect((await devices.readInitialOutputs())[2]).toEqual({ actual: FULL });
		expect(board.channels.get("3")).toBe(true);
	});

	it("is reached by a valve that goes back, and not by a diverter, which stays", async () => {
		for (const [rest, stands] of [
			["load_off", false],
			["hold", true],
		] as const) {
			const { board, devices } = bench({ valve: { role: "valve", rest } });
			await devices.write(wants(0, 0, 100));
			await devices.rest();
			expect(board.channels.get("3")).toBe(stands);
		}
	});
});

describe("a controller that died while it changed a level", () => {
	test.each([
		{ died: "before", stands: 45 },
		{ died: "after", stands: 60 },
	])(
		"$died the board had it knows the level from the board, and writes nothing of its own",
		async ({ died, stands }) => {
			const { board, devices } = bench();
			await devices.write(wants(45, 0, 0));
			if (died === "before") board.stuck = ["1"];
			await devices.write(wants(60, 0, 0));
			board.stuck = [];
			const again = opened(board);
			const before = board.sent.length;
			expect((await again.readInitialOutputs())[0]).toEqual({ actual: stands });
			expect((await again.look())[0]).toEqual({ actual: stands });
			expect(board.sent).toHaveLength(before);
			expect((await again.write(wants(60, 0, 0)))[0]).toEqual({ actual: 60 });
		},
	);
});

const ALL_OFF = wants(0, 0, 0);
