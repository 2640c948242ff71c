import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { fault } from "#model/plant/fault.ts";
import type { Plant } from "#model/plant/plant.ts";
import { seconds } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import type { Bus } from "#runtime/board.ts";
import { type Devices, type DevicesPorts, openDevices } from "#runtime/devices.ts";
import { fakePlant, type SensorName } from "../fakes/plant.ts";
import { FakeDevice } from "./fake-device.ts";
import { HandTime } from "./hand-time.ts";

let time: HandTime;
let told: Notice[];
let open: Devices[];
beforeEach(() => {
	time = new HandTime();
	told = [];
	open = [];
});
afterEach(async () => {
	const closed = Promise.all(open.map((devices) => devices.close()));
	await time.pass(1000);
	await closed;
});

type Turns = NonNullable<DevicesPorts["turns"]>;
const opened = (buses: readonly Bus[], turns?: Turns, plant: Plant = fakePlant()): Devices => {
	const { now, pause } = time;
	const tell = (notice: Notice) => told.push(notice);
	const devices = openDevices(plant, buses, { now, pause, tell, ...(turns && { turns }) });
	open.push(devices);
	return devices;
};
const thermometers = (pace = 5) => {
	const device = new FakeDevice({ pace });
	Object.assign(device.temperatures, { collector: 60, tank: 50, tank_20: 30, tank_140: 70 });
	return device;
};
const PLACES: Readonly<Record<SensorName, number>> = { collector: 0, tank: 1, tank_20: 2, tank_140: 3 };
const sample = (devices: Devices, name: SensorName) => devices.samples()[PLACES[name]];

describe("reading", () => {
	it("goes on by itself at the device's pace, and gives each value its moment", async () => {
		const device = thermometers();
		const devices = opened([{ id: "fake", device }]);
		expect(devices.samples()).toEqual(Array(4).fill(undefined));
		expect(devices.tried()).toBe(false);
		await time.pass(0);
		expect(devices.tried()).toBe(true);
		expect(sample(devices, "collector")).toEqual({ value: 60, at: 0, pace: 5 });
		device.temperatures["collector"] = 61;
		await time.pass(4.9);
		expect(sample(devices, "collector")).toEqual({ value: 60, at: 0, pace: 5 });
		await time.pass(0.1);
		expect(sample(devices, "collector")).toEqual({ value: 61, at: 5, pace: 5 });
	});

	it("leaves the samples of a turn as they were, so that its explanation is of them", async () => {
		const device = thermometers();
		const devices = opened([{ id: "fake", device }]);
		await time.pass(0);
		const ofTurn = devices.samples();
		device.temperatures["collector"] = 61;
		await time.pass(5);
		expect(ofTurn[PLACES.collector]).toEqual({ value: 60, at: 0, pace: 5 });
	});

	it("is no older when the running time is put ahead, nor is what the device remembers", async () => {
		const device = thermometers();
		const shifted: number[] = [];
		const devices = opened([
			{ id: "fake", device: Object.assign(device, { shift: (by: number) => shifted.push(by) }) },
		]);
		await time.pass(1);
		devices.shift(seconds(1000));
		expect(sample(devices, "collector")).toEqual({ value: 60, at: 1000, pace: 5 });
		expect(shifted).toEqual([1000]);
	});

	it("keeps the last good value with its moment beside the fault of a read that failed", async () => {
		const device = thermometers();
		const devices = opened([{ id: "fake", device }]);
		await time.pass(5);
		delete device.temperatures["tank"];
		await time.pass(5);
		expect(sample(devices, "tank")).toEqual({
			value: 50,
			at: 5,
			pace: 5,
			fault: fault("missing", { channel: "tank" }),
		});
		device.temperatures["tank"] = 51;
		await time.pass(5);
		expect(sample(devices, "tank")).toEqual({ value: 51, at: 15, pace: 5 });
	});

	it("of one sensor that hangs keeps neither another one waiting nor the turn", async () => {
		const device = thermometers(1);
		device.beforeRead = (channel) => time.pause(channel === "tank" ? 4 : 0);
		const devices = opened([{ id: "fake", device }]);
		await time.pass(0);
		expect(sample(devices, "tank")).toBeUndefined();
		expect(sample(devices, "collector")?.value).toBe(60);
		expect(devices.tried()).toBe(false);
		device.temperatures["collector"] = 62;
		await time.pass(4);
		expect(sample(devices, "tank")?.value).toBe(50);
		expect(sample(devices, "collector")?.value).toBe(62);
	});

	it("of one device that hangs for ever keeps no other device waiting", async () => {
		const plant = fakePlant();
		const sensors = plant.sensors.map((s) => (s.id === "tank" ? { ...s, bus: "other" } : s));
		const [hung, well] = [thermometers(), thermometers()];
		hung.beforeRead = () => new Promise(() => undefined);
		const buses = [
			{ id: "fake", device: hung },
			{ id: "other", device: well },
		];
		const devices = opened(buses, undefined, { ...plant, sensors });
		await time.pass(20);
		expect(sample(devices, "tank")).toEqual({ value: 50, at: 20, pace: 5 });
		expect(sample(devices, "collector")).toBeUndefined();
		// What never comes back cannot be waited for at the end either; drivers have deadlines of their own.
		open = [];
	});

	it("that has a mistake in it costs that reading alone, says so once, and is tried again", async () => {
		const device = thermometers();
		device.beforeRead = async (channel) => {
			if (channel === "tank" && time.now() >= 5 && time.now() < 15) throw new TypeError("mistake");
		};
		const devices = opened([{ id: "fake", device }]);
		await time.pass(10);
		expect(sample(devices, "tank")).toEqual({ value: 50, at: 0, pace: 5, fault: fault("bus") });
		expect(sample(devices, "collector")).toEqual({ value: 60, at: 10, pace: 5 });
		expect(devices.findings()).toEqual([
			{ severity: "alarm", code: "device_bug", facts: { bus: "fake", error: "TypeError: mistake" } },
		]);
		await time.pass(10);
		expect(sample(devices, "tank")).toEqual({ value: 50, at: 20, pace: 5 });
		expect(devices.findings()).toEqual([]);
		expect(told).toEqual([{ level: "error", code: "device_bug", facts: { bus: "fake", error: "TypeError: mistake" } }]);
	});

	it("ends when the devices are closed", async () => {
		const device = thermometers();
		const devices = opened([{ id: "fake", device }]);
		await time.pass(0);
		await devices.close();
		expect(time.waiting).toBe(0);
		device.temperatures["collector"] = 99;
		await time.pass(20);
		expect(sample(devices, "collector")?.value).toBe(60);
	});
});

/** Turns every `period` seconds, the first after `phase`; and the moments at which the collector was read. */
const course = async (period: number, phase: number, pace: number, took: number, lasts: number) => {
	time = new HandTime();
	const device = thermometers(pace);
	const reads: number[] = [];
	device.beforeRead = async (channel) => {
		await time.pause(took);
		if (channel === "collector") reads.push(time.now());
	};
	const next = () => phase + period * (Math.floor((time.now() - phase) / period + 1e-9) + 1);
	const devices = opened([{ id: "fake", device }], () => ({
		until: seconds(next() - time.now()),
		period: seconds(period),
	}));
	await time.pass(lasts);
	const closed = devices.close();
	await time.pass(took + 1);
	await closed;
	open = [];
	/** How long before the next turn each read was done. */
	const early = reads.map((at) => phase + period * Math.ceil((at - phase) / period - 1e-9) - at);
	return { reads, early, apart: reads.slice(1).map((at, i) => at - (reads[i] ?? 0)) };
};

describe("reads and turns", () => {
	test.each([
		{ period: 1, pace: 1, took: 0.2 },
		{ period: 1, pace: 5, took: 0.75 },
		{ period: 1, pace: 5, took: 4.95 },
		{ period: 1, pace: 1, took: 0.97 },
		{ period: 1, pace: 1, took: 1.2 },
		{ period: 2, pace: 5, took: 0.1 },
	])(
		"a read of $took s every $pace s is done within 0.1 s before a turn of every $period s, from any phase",
		async ({ period, pace, took }) => {
			for (const phase of [0, 0.01, 0.29, 0.5, 0.51, 0.77, 0.99]) {
				const { early, apart } = await course(period, phase * period, pace, took, 60);
				for (const by of early.slice(10)) expect(by).toBeLessThanOrEqual(0.1);
				// Never much further apart than the pace, and never nearer than half of it.
				expect(Math.max(...apart)).toBeLessThanOrEqual(Math.max(pace, took) + period);
				expect(Math.min(...apart)).toBeGreaterThanOrEqual(Math.max(took, pace - period) - 1e-9);
			}
		},
	);

	it("line up wherever a read is quicker than the pace and turns are no further apart", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.constantFrom(0.5, 1, 2, 5),
				fc.constantFrom(1, 2, 5, 10),
				fc.double({ min: 0, max: 0.9, noNaN: true }),
				async (phase, period, pace, part) => {
					fc.pre(period <= pace);
					const { early } = await course(period, phase * period, pace, part * pace, 25 * pace);
					for (const by of early.slice(12)) expect(by).toBeLessThanOrEqual(0.1);
				},
			),
			{ numRuns: 60 },
		);
	});

	test.each([
		{ period: 10, pace: 5 },
		{ period: 12, pace: 1 },
		{ period: 60, pace: 5 },
	])(
		"with turns of every $period s a sensor is read every $pace s all the same, and freshly for each turn",
		async ({ period, pace }) => {
			for (const phase of [0, 0.3, 0.7]) {
				const { reads, apart } = await course(period, phase * period, pace, 0.2, 4 * period);
				expect(Math.max(...apart)).toBeLessThanOrEqual(pace + 1e-9);
				expect(reads.length).toBeLessThanOrEqual((4 * period) / pace + 6);
				for (let turn = phase * period + period; turn < 4 * period; turn += period)
					expect(reads.some((at) => at <= turn && turn - at <= 0.2 + 0.1)).toBe(true);
			}
		},
	);
});

describe("a device whose channels have paces of their own", () => {
	/** Collector and tank every second, the layers every 10 s. The moments at which reads of each began. */
	const mixed = (turns?: Turns, waits: (channel: string) => Promise<void> = async () => undefined) => {
		const device = new FakeDevice({ pace: 1, paces: { tank_20: 10, tank_140: 10 } });
		Object.assign(device.temperatures, { collector: 60, tank: 50, tank_20: 30, tank_140: 70 });
		const began: Record<string, number[]> = {};
		device.beforeRead = async (channel) => {
			began[channel] = [...(began[channel] ?? []), time.now()];
			await waits(channel);
		};
		return { device, began, devices: opened([{ id: "fake", device }], turns) };
	};
	const upTo = (last: number, step: number) => Array.from({ length: last / step + 1 }, (_, i) => i * step);

	it("reads each at its own, and says in each sample how often that is", async () => {
		const { began, devices } = mixed();
		await time.pass(30);
		expect(began["collector"]).toEqual(upTo(30, 1));
		expect(began["tank_20"]).toEqual(upTo(30, 10));
		expect(sample(devices, "collector")).toEqual({ value: 60, at: 30, pace: 1 });
		expect(sample(devices, "tank_140")).toEqual({ value: 70, at: 30, pace: 10 });
	});

	it("reads a pace that is no multiple of the shortest a little more often, never more rarely", async () => {
		const device = new FakeDevice({ pace: 5, paces: { tank: 12 } });
		Object.assign(device.temperatures, { collector: 60, tank: 50 });
		const began: number[] = [];
		device.beforeRead = async (channel) => void (channel === "tank" && began.push(time.now()));
		opened([{ id: "fake", device }]);
		await time.pass(40);
		expect(began).toEqual([0, 10, 20, 30, 40]);
	});

	it("goes on with the others at their paces while a slow one hangs, and reads it again when it answers", async () => {
		const { device, began, devices } = mixed(undefined, (channel) => time.pause(channel === "tank_20" ? 25 : 0.1));
		await time.pass(24);
		expect(began["tank_20"]).toEqual([0]);
		expect(sample(devices, "tank_20")).toBeUndefined();
		// One round waits for it as long as the pace, and none after that.
		expect(began["collector"]?.length).toBeGreaterThanOrEqual(22);
		expect(began["tank_140"]).toHaveLength(3);
		device.temperatures["collector"] = 61;
		await time.pass(8);
		expect(sample(devices, "collector")?.value).toBe(61);
		expect(sample(devices, "tank_20")).toEqual({ value: 30, at: 25, pace: 10 });
		expect(began["tank_20"]).toHaveLength(2);
	});

	it("goes on with the slow ones while a fast one hangs for ever", async () => {
		const { began, devices } = mixed(undefined, (channel) =>
			channel === "collector" ? new Promise(() => undefined) : time.pause(0.1),
		);
		await time.pass(31);
		expect(began["collector"]).toEqual([0]);
		expect(began["tank_20"]?.length).toBeGreaterThanOrEqual(3);
		expect(sample(devices, "tank")?.at).toBeGreaterThan(29);
		// It never comes back.
		open = [];
	});

	it("asks for no channel while its last read is under way", async () => {
		const under = new Map<string, number>();
		let most = 0;
		mixed(undefined, async (channel) => {
			under.set(channel, (under.get(channel) ?? 0) + 1);
			most = Math.max(most, ...under.values());
			await time.pause(channel.length % 4);
			under.set(channel, (under.get(channel) ?? 0) - 1);
		});
		await time.pass(120);
		expect(most).toBe(1);
	});

	test.each([0, 0.3, 0.77])(
		"is fresh at each turn, also in rounds that take longer, with turns from %d s on",
		async (phase) => {
			// One read at a time: a fast channel takes 0.05 s, a slow one 0.3 s.
			let free = 0;
			const done: Record<string, number[]> = {};
			const next = () => phase + Math.floor(time.now() - phase + 1e-9) + 1;
			mixed(
				() => ({ until: seconds(next() - time.now()), period: seconds(1) }),
				async (channel) => {
					free = Math.max(free, time.now()) + (channel.startsWith("tank_") ? 0.3 : 0.05);
					await time.pause(free - time.now());
					done[channel] = [...(done[channel] ?? []), time.now()];
				},
			);
			await time.pass(100);
			const age = (at: number) => phase + Math.ceil(at - phase - 1e-9) - at;
			for (const channel of ["tank_20", "tank_140"]) {
				// From the second round of slow ones on, it is known how long they take.
				for (const at of (done[channel] ?? []).slice(2)) expect(age(at)).toBeLessThanOrEqual(0.4);
				expect(done[channel]?.length).toBeGreaterThanOrEqual(9);
			}
			for (const at of (done["collector"] ?? []).slice(25)) expect(age(at)).toBeLessThanOrEqual(0.8);
			expect(done["collector"]?.length).toBeGreaterThanOrEqual(95);
		},
	);
});
