import { afterEach, describe, expect, it, jest, test } from "@jest/globals";
import { I2cChip } from "#drivers/bus/i2c/chip.ts";
import { I2cBus } from "#drivers/bus/i2c/i2c.ts";
import { openI2c } from "#drivers/bus/i2c/port.ts";
import type { NativeFile } from "#drivers/bus/native/file.ts";
import type { Device, Image } from "#drivers/driver.ts";
import { percent } from "#model/quantities/units.ts";
import { FakeI2c } from "../../../fakes/i2c/bus.ts";
import { Expander, MegaBas, Memory } from "../../../fakes/i2c/chips.ts";
import { eventually, settledOf, stopTimers } from "../../../fakes/stopped-timers.ts";
import { aBus, aMegaBas, aRelayCard } from "./bench.ts";

/** Orders that were given up, replaced or ended by a close, at each step of what they send. */
afterEach(() => {
	jest.useRealTimers();
});

const coils = (image: Record<string, boolean>): Image => new Map(Object.entries(image));
const written = (fake: FakeI2c) =>
	fake.transfers.filter(({ write, read }) => write.length > 1 && read === 0).map(({ write }) => write);

describe("the bus", () => {
	it("does not send what its caller gave up while the adapter was opened", async () => {
		stopTimers();
		const fake = new FakeI2c();
		fake.chips.set(0x40, new Memory());
		const opening = Promise.withResolvers<void>();
		const bus = new I2cBus("/dev/i2c-1", async (path) => {
			await opening.promise;
			return fake.open(path);
		}).join();
		const order = bus.transfer(0x40, Uint8Array.of(1, 1), 0);
		await jest.advanceTimersByTimeAsync(1000);
		expect(await order).toMatchObject({ code: "no_answer" });
		opening.resolve();
		expect(await bus.transfer(0x40, Uint8Array.of(1), 1)).toEqual(Uint8Array.of(0));
		expect(written(fake)).toEqual([]);
	});

	it("does not send what is not wanted any more when its turn comes, nor repeat it", async () => {
		const { fake, bus } = aBus();
		bus.join();
		const memory = new Memory();
		fake.chips.set(0x40, memory);
		let wanted = true;
		const chip = new I2cChip(bus, "a board", () => undefined);
		const reading = chip.read(0x40, 0, 1);
		const late = chip.write(0x40, 1, [1], () => wanted);
		wanted = false;
		expect(await late).toMatchObject({ code: "no_answer" });
		await reading;
		// A glitch spoils the first one; before the second it is given up.
		wanted = true;
		fake.refuses = () => {
			wanted = false;
			return "EREMOTEIO";
		};
		const spoiled = fake.transfers.length;
		expect(await chip.write(0x40, 1, [1], () => wanted)).toBeDefined();
		expect(fake.transfers).toHaveLength(spoiled + 1);
		expect([memory.registers[1], chip.fault]).toEqual([0, undefined]);
	});

	it("that its last board has left sends nothing that still waits", async () => {
		const { fake, bus } = aBus();
		bus.join();
		fake.chips.set(0x40, new Memory());
		fake.hang(true);
		const reading = bus.transfer(0x40, Uint8Array.of(0), 1);
		const on = bus.transfer(0x40, Uint8Array.of(1, 1), 0, { urgent: true });
		await eventually(() => fake.together > 0);
		bus.leave();
		expect(await on).toMatchObject({ code: "missing", facts: { reason: "closed" } });
		fake.hang(false);
		await reading;
		await eventually(() => fake.closed === 1);
		expect(written(fake)).toEqual([]);
	});

	it("of an adapter that takes two calls for it asks again before the second", async () => {
		const asked: number[] = [];
		let wanted = true;
		const file: NativeFile = {
			ioctl: async (request) => {
				asked.push(request);
				// An adapter of a PC, which knows SMBus only. The order is given up while it chooses the chip.
				if (request === 0x0703) wanted = false;
				return 0;
			},
			addressOf: () => 0n,
			read: () => ({ code: "EAGAIN" }),
			adopt: () => file,
			close: async () => undefined,
		};
		const port = await openI2c("/dev/i2c-1", async () => file);
		if ("code" in port) throw new Error(port.code);
		expect(await port.transfer(0x40, Uint8Array.of(1, 1), 0, () => wanted)).toEqual({ code: "ECANCELED" });
		expect(asked).toEqual([0x0705, 0x0703]);
	});
});

/** Boards on a bus that others use too, and what a first image sends to them. */
const boards: readonly {
	readonly name: string;
	readonly image: Image;
	make(): { readonly device: Device; readonly fake: FakeI2c };
	readonly steps: readonly (readonly number[])[];
}[] = [
	{
		name: "a relay card after power-on",
		image: coils({ 1: true, 2: false }),
		steps: [
			[1, 0x80],
			[3, 0x0f],
		],
		make: () => {
			const wires = aBus();
			wires.bus.join();
			wires.fake.chips.set(0x3d, new Expander());
			return { device: aRelayCard(wires), fake: wires.fake };
		},
	},
	{
		name: "a MegaBAS board",
		image: new Map<string, number | boolean>([
			["out1", percent(55)],
			["out2", percent(10)],
			["triac2", true],
		]) as Image,
		steps: [
			[4, 0x7c, 0x15],
			[6, 0xe8, 0x03],
			[0, 2],
		],
		make: () => {
			const wires = aBus();
			wires.bus.join();
			wires.fake.chips.set(0x4b, new MegaBas());
			return { device: aMegaBas(wires, ["out1", "out2", "triac2"]), fake: wires.fake };
		},
	},
];

/** How an order ends that is under way for 0.7 s. No single transfer takes longer than the bus allows. */
const endings = [
	["is given up", (_: Device) => jest.advanceTimersByTimeAsync(700), "no_answer"],
	["ends with a close", (device: Device) => device.close(), "missing"],
] as const;

describe.each(boards)("an image for $name", ({ image, make, steps }) => {
	it("is sent in these steps", async () => {
		const { device, fake } = make();
		expect(await device.write(image)).toMatchObject({ kind: "done" });
		expect(written(fake)).toEqual(steps);
	});

	// #i2c-given-up
	describe.each(endings)("that %s", (_, end, code) => {
		test.each(steps.map((_, after) => after))("after %d steps sends no further one", async (after) => {
			const { device, fake } = make();
			await device.readBack();
			stopTimers();
			fake.hang(true);
			const order = device.write(image);
			await eventually(() => fake.together > 0);
			await jest.advanceTimersByTimeAsync(700);
			let held: number | undefined;
			fake.refuses = () => {
				if (written(fake).length !== after || held !== undefined) return undefined;
				held = fake.transfers.length;
				fake.hang(true);
				return undefined;
			};
			fake.hang(false);
			await eventually(() => held !== undefined);
			const given = settledOf(order);
			await end(device);
			fake.hang(false);
			await eventually(given);
			expect(await order).toMatchObject({ kind: "failed", fault: { code } });
			// What is left of the order has its turn before this.
			await device.readBack();
			// The step that the adapter has already cannot be taken back.
			const begun = (fake.transfers[held ?? 0]?.write.length ?? 0) > 1 ? 1 : 0;
			expect(written(fake)).toEqual(steps.slice(0, after + begun));
		});
	});

	it("that waits for its turn when the board is closed is not sent, nor is one after it", async () => {
		const { device, fake } = make();
		fake.hang(true);
		const reading = device.readBack();
		const waiting = device.write(image);
		await eventually(() => fake.together > 0);
		await device.close();
		const after = device.write(image);
		fake.hang(false);
		await reading;
		for (const order of [waiting, after])
			expect(await order).toMatchObject({ kind: "failed", fault: { code: "missing", facts: { reason: "closed" } } });
		expect(written(fake)).toEqual([]);
	});
});
