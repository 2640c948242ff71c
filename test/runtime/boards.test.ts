import { beforeEach, describe, expect, it, jest, test } from "@jest/globals";
import type { Changed, Image, Written } from "#model/plant/device.ts";
import { fault } from "#model/plant/fault.ts";
import type { Output } from "#model/plant/plant.ts";
import { FULL, OFF, type Percent, percent } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { type Devices, openDevices } from "#runtime/devices.ts";
import { type Changes, fakePlant } from "../fakes/plant.ts";
import { FakeDevice, type Nature } from "./fake-device.ts";
import { HandTime } from "./hand-time.ts";

let time: HandTime;
let told: Notice[];
beforeEach(() => {
	time = new HandTime();
	told = [];
});

interface Bench {
	readonly devices: Devices;
	readonly board: FakeDevice;
}
type Last = (output: Output) => Percent | undefined;
/** Pump, heater and valve on the channels 1, 2 and 3 of one board. */
const bench = (changes: Changes = {}, nature: Partial<Nature> = {}, last: Last = () => undefined): Bench => {
	const board = new FakeDevice(nature);
	const { now, pause } = time;
	const ports = { now, pause, last, tell: (notice: Notice) => told.push(notice) };
	return { board, devices: openDevices(fakePlant(changes), [{ id: "board", device: board }], ports) };
};
const wants = (...loads: readonly number[]) => loads.map(percent);
const ALL_OFF = wants(0, 0, 0);

describe("when a board opens", () => {
	it("is told nothing where it can be read back: it keeps its state until the first turn", async () => {
		const { devices, board } = bench({}, { coils: { 1: true, 2: false, 3: true } });
		expect(await devices.readInitialOutputs()).toEqual([{ actual: FULL }, { actual: OFF }, { actual: FULL }]);
		expect(board.told).toEqual([]);
	});

	it("goes to rest where it cannot be read back", async () => {
		const { devices, board } = bench({}, { reads: false });
		expect(await devices.readInitialOutputs()).toEqual([{ actual: OFF }, { actual: OFF }, { actual: OFF }]);
		expect(board.told).toEqual([{ image: "1=off 2=off 3=off", changed: "all" }]);
	});

	it("goes to rest by its wiring and its rest position", async () => {
		const { devices, board } = bench({ pump: { wiring: "nc" }, heater: { rest: "load_on" } }, { reads: false });
		expect(await devices.readInitialOutputs()).toEqual([{ actual: OFF }, { actual: FULL }, { actual: OFF }]);
		expect(board.told).toEqual([{ image: "1=on 2=on 3=off", changed: "all" }]);
	});

	it("keeps what holds its state as it was known last, where it cannot be read back", async () => {
		const last: Last = ({ id }) => (id === "valve" ? FULL : undefined);
		const { devices, board } = bench({ valve: { rest: "hold" }, pump: { rest: "hold" } }, { reads: false }, last);
		await devices.readInitialOutputs();
		expect(board.told).toEqual([{ image: "1=off 2=off 3=on", changed: "all" }]);
	});

	it("says what is wrong where nobody can tell", async () => {
		const { devices, board } = bench();
		board.lost = fault("missing", { port: "x" });
		expect(await devices.readInitialOutputs()).toEqual(Array(3).fill({ fault: board.lost }));
		expect(devices.findings()).toEqual([
			{
				severity: "alarm",
				code: "device_lost",
				facts: { bus: "board", device: "fake device", fault: "missing", port: "x" },
			},
		]);
	});
});

describe("writing", () => {
	it("sends the whole image in the first turn, even where it is what the board had", async () => {
		const { devices, board } = bench();
		await devices.readInitialOutputs();
		await devices.write(ALL_OFF);
		expect(board.told).toEqual([{ image: "1=off 2=off 3=off", changed: "all" }]);
	});

	it("turns the contact that is closed at rest round", async () => {
		const { devices, board } = bench({ heater: { wiring: "nc" } });
		expect(await devices.write(wants(100, 100, 0))).toEqual([{ actual: FULL }, { actual: FULL }, { actual: OFF }]);
		expect(board.take()[0]?.image).toBe("1=on 2=off 3=off");
		expect(await devices.write(wants(0, 0, 0))).toEqual([{ actual: OFF }, { actual: OFF }, { actual: OFF }]);
		expect(board.take()[0]?.image).toBe("1=off 2=on 3=off");
	});

	it("sends nothing while the image stands, and names what changed where it does not", async () => {
		const { devices, board } = bench();
		await devices.write(ALL_OFF);
		board.take();
		await devices.write(ALL_OFF);
		expect(board.take()).toEqual([]);
		await devices.write(wants(100, 0, 100));
		await devices.write(wants(100, 100, 100));
		expect(board.take()).toEqual([
			{ image: "1=on 2=off 3=on", changed: ["1", "3"] },
			{ image: "1=on 2=on 3=on", changed: ["2"] },
		]);
	});

	test.each([
		{ after: 29.9, sent: 0 },
		{ after: 30, sent: 1 },
	])("sends an image that stands again: after $after s $sent times", async ({ after, sent }) => {
		const { devices, board } = bench();
		await devices.write(ALL_OFF);
		board.take();
		await time.pass(after);
		await devices.write(ALL_OFF);
		expect(board.take()).toEqual(Array(sent).fill({ image: "1=off 2=off 3=off", changed: "all" }));
	});

	it("sends everything again after 30 s even where something changed in between", async () => {
		const { devices, board } = bench();
		await devices.write(ALL_OFF);
		await time.pass(20);
		await devices.write(wants(100, 0, 0));
		await time.pass(10);
		board.take();
		await devices.write(wants(100, 0, 0));
		expect(board.take()).toEqual([{ image: "1=on 2=off 3=off", changed: "all" }]);
	});

	it("sends everything to a board that went away and came back, as nobody knows what it woke up with", async () => {
		const { devices, board } = bench();
		await devices.write(wants(100, 0, 0));
		board.take();
		board.relays.set("1", false);
		board.returns = 1;
		expect(await devices.write(wants(100, 0, 0))).toEqual([{ actual: FULL }, { actual: OFF }, { actual: OFF }]);
		expect(board.take()).toEqual([{ image: "1=on 2=off 3=off", changed: "all" }]);
		await devices.write(wants(100, 0, 0));
		expect(board.take()).toEqual([]);
	});

	it("knows nothing of the outputs after a write that failed, and tries the whole again in every turn", async () => {
		const { devices, board } = bench();
		await devices.write(wants(100, 0, 0));
		board.refuses = fault("no_answer");
		const failed = Array(3).fill({ fault: fault("no_answer") });
		expect(await devices.write(wants(0, 0, 0))).toEqual(failed);
		board.take();
		expect(await devices.write(wants(0, 0, 0))).toEqual(failed);
		board.refuses = undefined;
		expect(await devices.write(wants(0, 0, 0))).toEqual(Array(3).fill({ actual: OFF }));
		expect(board.take()).toEqual(Array(2).fill({ image: "1=off 2=off 3=off", changed: "all" }));
	});

	it("says what a relay really does that did not move", async () => {
		const { devices, board } = bench({ heater: { wiring: "nc" } }, { coils: { 1: false, 2: false } });
		board.stuck = ["1", "2"];
		expect(await devices.write(wants(100, 0, 0))).toEqual([
			{ actual: OFF, fault: fault("not_verified", { wanted: 100 }) },
			{ actual: FULL, fault: fault("not_verified", { wanted: 0 }) },
			{ actual: OFF },
		]);
	});

	it("of one relay that does not move, or that the board says nothing of, is that output's fault alone", async () => {
		const { devices, board } = bench();
		await devices.write(ALL_OFF);
		board.take();
		board.stuck = ["1"];
		const why = fault("not_verified", { channel: "2" });
		board.faults = new Map([["2", why]]);
		board.untold = ["2"];
		expect(await devices.write(wants(100, 100, 100))).toEqual([
			{ actual: OFF, fault: fault("not_verified", { wanted: 100 }) },
			{ fault: why },
			{ actual: FULL },
		]);
		// Nothing changed in what is wanted: it is tried again all the same, until it is so.
		board.take();
		board.stuck = [];
		board.faults = new Map();
		board.untold = [];
		expect(await devices.write(wants(100, 100, 100))).toEqual([{ actual: FULL }, { actual: FULL }, { actual: FULL }]);
		expect(board.take()).toEqual([{ image: "1=on 2=on 3=on", changed: "all" }]);
		await devices.write(wants(100, 100, 100));
		expect(board.take()).toEqual([]);
	});

	it("is each board's own: one that hangs or fails leaves the others as they are", async () => {
		const plant = fakePlant({ heater: { bus: "other" } });
		const board = new FakeDevice();
		const other = new FakeDevice();
		const { now, pause } = time;
		const devices = openDevices(
			plant,
			[
				{ id: "board", device: board },
				{ id: "other", device: other },
			],
			{ now, pause, tell: (notice) => told.push(notice) },
		);
		other.refuses = fault("missing");
		expect(await devices.write(wants(100, 100, 0))).toEqual([
			{ actual: FULL },
			{ fault: fault("missing") },
			{ actual: OFF },
		]);
		expect(board.take()[0]?.image).toBe("1=on 3=off");
		expect(other.take()[0]?.image).toBe("2=on");
	});
});

/** Its relay 1 moves later than it is told. */
class Slow extends FakeDevice {
	override stuck: readonly string[] = ["1"];

	override async write(image: Image, changed?: Changed): Promise<Written> {
		const written = await super.write(image, changed);
		return written.kind === "done" ? { ...written, awaited: new Set(this.stuck) } : written;
	}
}

describe("rest", () => {
	it("is written whatever was written before, by wiring and rest position", async () => {
		const { devices, board } = bench({ heater: { wiring: "nc" }, valve: { rest: "load_on" } });
		await devices.write(wants(0, 0, 100));
		board.take();
		expect(await devices.rest()).toEqual([{ actual: OFF }, { actual: OFF }, { actual: FULL }]);
		expect(board.take()).toEqual([{ image: "1=off 2=on 3=on", changed: "all" }]);
	});

	test.each([
		["as it is on the board", true, wants(0, 0, 0), true],
		["as it was written last, where the board cannot report it", false, wants(0, 0, 100), true],
	] as const)("leaves what holds its state %s", async (_, reads, written, stays) => {
		const { devices, board } = bench({ valve: { rest: "hold" } }, { reads });
		await devices.write(written);
		if (reads) board.relays.set("3", true);
		await devices.rest();
		expect(board.relays.get("3")).toBe(stays);
	});

	it("is tried once more on a board that is gone: it may be back, and waits to be opened again", async () => {
		const { devices, board } = bench();
		await devices.write(wants(100, 0, 0));
		board.lost = fault("missing");
		board.whenRetried = () => {
			board.lost = undefined;
		};
		expect(await devices.rest()).toEqual([{ actual: OFF }, { actual: OFF }, { actual: OFF }]);
		expect({ retried: board.retried, pump: board.relays.get("1") }).toEqual({ retried: 1, pump: false });
	});

	// #rest-twice
	it.each([
		["whose write failed although the board is there", { refuses: fault("no_answer") }],
		["of which one relay did not move", { stuck: ["1"] }],
	])("is tried once more on a board %s", async (_, fails) => {
		const { devices, board } = bench();
		await devices.write(wants(100, 0, 0));
		board.take();
		Object.assign(board, fails);
		board.whenRetried = () => {
			board.refuses = undefined;
			board.stuck = [];
		};
		expect(await devices.rest()).toEqual([{ actual: OFF }, { actual: OFF }, { actual: OFF }]);
		expect([board.take().length, board.relays.get("1")]).toEqual([2, false]);
	});

	it("is told once where all is at rest", async () => {
		const { devices, board } = bench();
		await devices.rest();
		expect([board.take().length, board.retried]).toEqual([1, 0]);
	});

	// #awaited-is-no-rest
	it("is not reached by what is still awaited at the end; in a turn that is no fault, and is written again", async () => {
		const board = new Slow({ coils: { 1: true } });
		const { now, pause } = time;
		const devices = openDevices(fakePlant(), [{ id: "board", device: board }], { now, pause, tell: () => undefined });
		const [pump] = await devices.write(ALL_OFF);
		expect(pump).toEqual({ actual: FULL });
		board.take();
		await devices.write(ALL_OFF);
		expect(board.take()).toEqual([{ image: "1=off 2=off 3=off", changed: "all" }]);
		const [rested] = await devices.rest();
		expect(rested).toMatchObject({ actual: FULL, fault: { code: "not_verified" } });
		expect(board.take()).toHaveLength(2);
	});

	it("of a board that stays away is tried twice, and is no rest", async () => {
		const { devices, board } = bench();
		board.lost = fault("missing");
		expect(await devices.rest()).toEqual(Array(3).fill({ fault: fault("missing") }));
		expect([board.told.length, board.retried]).toEqual([2, 1]);
	});

	it("is tried once on a board that took long to fail: a stop has to end in time", async () => {
		const { devices, board } = bench();
		board.lost = fault("no_answer");
		const clock = jest.spyOn(performance, "now");
		board.beforeWrite = async () => {
			const now = performance.now();
			clock.mockReturnValue(now + 1600);
		};
		await devices.rest().finally(() => clock.mockRestore());
		expect([board.told.length, board.retried]).toEqual([1, 0]);
	});

	it("reaches every other board where one has a mistake in it, and says so", async () => {
		const plant = fakePlant({ heater: { bus: "other" } });
		const buggy = new FakeDevice();
		const slow = new FakeDevice();
		buggy.beforeWrite = () => Promise.reject(new TypeError("mistake"));
		slow.beforeWrite = () => time.pause(0.5);
		const { now, pause } = time;
		const buses = [
			{ id: "board", device: buggy },
			{ id: "other", device: slow },
		];
		const rested = openDevices(plant, buses, { now, pause, tell: (notice) => told.push(notice) }).rest();
		await time.pass(1);
		expect((await rested).map(({ actual, fault: why }) => actual ?? why?.code)).toEqual(["bus", 0, "bus"]);
		expect(told.map(({ code, facts }) => [code, facts["bus"]])).toEqual([["device_bug", "board"]]);
	});

	it("of a board with nothing on it that we know of is nobody's business", async () => {
		const sensors = new FakeDevice();
		const { now, pause } = time;
		const devices = openDevices(fakePlant(), [{ id: "fake", device: sensors }], { now, pause, tell: () => undefined });
		await devices.rest();
		expect(sensors.told).toEqual([]);
		await devices.close();
		expect(sensors.closed).toBe(true);
	});
});

describe("looking", () => {
	it("writes nothing, and says what it can", async () => {
		const seeing = bench({ heater: { wiring: "nc" } }, { coils: { 1: true, 2: true, 3: false } });
		expect(await seeing.devices.look()).toEqual([{ actual: FULL }, { actual: OFF }, { actual: OFF }]);
		const blind = bench({}, { reads: false });
		expect(await blind.devices.look()).toEqual([{}, {}, {}]);
		expect([...seeing.board.told, ...blind.board.told]).toEqual([]);
	});
});
