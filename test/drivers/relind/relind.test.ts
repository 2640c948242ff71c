import { describe, expect, it, jest, test } from "@jest/globals";
import type { Image } from "#drivers/driver.ts";
import { boardAt, MODELS } from "#drivers/relind/models.ts";
import { relind } from "#drivers/relind/relind.ts";
import { percent } from "#model/quantities/units.ts";
import { Expander, Memory, Processor, Sixteen } from "../../fakes/i2c/chips.ts";
import { eventually, settledOf, stopTimers } from "../../fakes/stopped-timers.ts";
import { aBus, aRelayCard } from "../bus/i2c/bench.ts";

const image = (coils: Record<number, boolean>): Image => new Map(Object.entries(coils));
/** A 4RELIND card of stack 2, as it is after power-on. */
const card = () => {
	const wires = aBus();
	const chip = new Expander();
	wires.fake.chips.set(0x3d, chip);
	return { ...wires, chip };
};

describe("the address of a relay", () => {
	test.each([
		["2/1", { device: "2", channel: "1" }],
		["0/16", { device: "0", channel: "16" }],
	])("%s is a stack and a relay", (address, place) => {
		expect(relind.place(address, "outputs")).toEqual(place);
	});
	test.each(["", "2", "2/", "2/0", "2/17", "8/1", "2/1/1", "2/01", "a/1"])("%j is none", (address) => {
		expect(relind.place(address, "outputs")).toBeUndefined();
	});
	// From the vendor's own tool: jumpers are turned round on cards with an expander chip.
	test.each([
		["4_relays", 2, 0x3d],
		["4_relays", 0, 0x3f],
		["4_relays_0x20", 2, 0x25],
		["8_relays", 7, 0x38],
		["8_relays_0x20", 0, 0x27],
		["16_relays", 0, 0x27],
		["16_relays", 5, 0x22],
		["16_relays_0x38", 0, 0x3f],
	] as const)("%s of stack %d answers at %d", (board, stack, address) => {
		expect(MODELS[board].address(stack)).toBe(address);
	});
});

describe("cards of several kinds in one stack", () => {
	const cards = [
		{ stack: 0, board: "16_relays" },
		{ stack: 5, board: "auto" },
	];

	it("are each driven as what they are", async () => {
		const options = relind.options.parse({ board: "4_relays", cards });
		const wires = aBus();
		const sixteen = new Sixteen();
		const four = new Expander();
		wires.fake.chips.set(0x27, sixteen).set(0x3d, four);
		const first = aRelayCard(wires, boardAt(0, options), ["16"], 0);
		const second = aRelayCard(wires, boardAt(2, options), ["1"], 2);
		expect(await first.write(image({ 16: true }))).toMatchObject({ kind: "done", confirmed: image({ 16: true }) });
		expect(await second.write(image({ 1: true }))).toMatchObject({ kind: "done", confirmed: image({ 1: true }) });
		expect([sixteen.driven, four.driven, boardAt(5, options)]).toEqual([0x0001, 0x80, "auto"]);
	});

	it("are refused where one stack is listed twice, and only for outputs there", () => {
		const options = relind.options.parse({ cards: [...cards, { stack: 0, board: "8_relays" }] });
		expect(relind.refuses?.("0/1", options)).toMatchObject({ code: "stack_twice", facts: { stack: 0 } });
		expect(relind.refuses?.("5/1", options)).toBeUndefined();
	});
});

describe("a card after power-on", () => {
	it("gets its image before its pins drive anything, so that no relay moves by mistake", async () => {
		const { fake, chip, ...wires } = card();
		const device = aRelayCard({ fake, ...wires });
		fake.transfers.length = 0;
		expect(await device.write(image({ 1: true, 2: false }))).toEqual({
			kind: "done",
			confirmed: image({ 1: true, 2: false }),
		});
		expect(fake.takeWrites()).toEqual(["3d 01 80", "3d 03 0f"]);
		expect(chip.seen).toEqual([0x00, 0x80]);
	});

	it("has all relays off, although its latch says that all are on", async () => {
		const { chip, fake, ...wires } = card();
		const device = aRelayCard({ fake, ...wires });
		expect(chip.output).toBe(0xff);
		expect(await device.readBack()).toEqual(image({ 1: false, 2: false }));
		expect(fake.takeWrites()).toEqual([]);
	});

	it("is not set up where the latch does not keep its image", async () => {
		const { fake, chip, ...wires } = card();
		const device = aRelayCard({ fake, ...wires });
		fake.spoils = (bytes, { write }) => (write[0] === 1 ? bytes.map(() => 0x40) : bytes);
		expect(await device.write(image({ 1: true, 2: false }))).toMatchObject({ fault: { code: "not_verified" } });
		expect(chip.config).toBe(0xff);
	});

	it("is not set up because one byte was read wrongly", async () => {
		const { fake, chip, ...wires } = card();
		const device = aRelayCard({ fake, ...wires });
		await device.write(image({ 1: true, 2: true }));
		chip.output |= 0x20;
		fake.takeWrites();
		let glitches = 1;
		fake.spoils = (bytes, { write }) => (write[0] === 3 && glitches-- > 0 ? [0xff] : bytes);
		await device.write(image({ 1: true, 2: false }));
		expect(fake.takeWrites()).toEqual(["3d 01 a0"]);
	});
});

describe("a card that is set up", () => {
	it("is never set up again, and relays of others keep their state", async () => {
		const { fake, chip, ...wires } = card();
		chip.config = 0x0f;
		chip.output = 0x30;
		const device = aRelayCard({ fake, ...wires });
		expect(await device.readBack()).toEqual(image({ 1: false, 2: false }));
		await device.write(image({ 1: true, 2: true }));
		await device.write(image({ 1: false, 2: true }));
		expect(fake.takeWrites()).toEqual(["3d 01 f0", "3d 01 70"]);
	});

	it.each([
		[1, 0x80],
		[2, 0x40],
		[3, 0x20],
		[4, 0x10],
	])("has relay %d at bit %d of four", async (relay, bit) => {
		const { chip, ...wires } = card();
		chip.config = 0x0f;
		chip.output = 0;
		const device = aRelayCard(wires, "4_relays", [String(relay)]);
		await device.write(image({ [relay]: true }));
		expect(chip.driven).toBe(bit);
		expect(await device.readBack()).toEqual(image({ [relay]: true }));
	});

	it("that does not switch is a fault for that relay, after it was tried twice", async () => {
		const { chip, fake, ...wires } = card();
		chip.config = 0x0f;
		chip.output = 0;
		chip.heldLow = 0x40;
		const device = aRelayCard({ fake, ...wires });
		const written = await device.write(image({ 1: true, 2: true }));
		expect(written).toMatchObject({ kind: "done", confirmed: image({ 1: true, 2: false }) });
		expect(written.kind === "done" && written.faults?.get("2")).toMatchObject({
			code: "not_verified",
			facts: { channel: "2", wanted: true, found: false, latch: true },
		});
		expect(fake.takeWrites()).toEqual(["3d 01 c0", "3d 01 c0"]);
	});

	it("refuses a level", async () => {
		const { ...wires } = card();
		const device = aRelayCard(wires);
		expect(await device.write(new Map([["1", percent(50)]]))).toMatchObject({ fault: { code: "no_write" } });
	});
});

describe("cards with more relays", () => {
	it.each([1, 2, 3, 4, 5, 6, 7, 8])("with eight: relay %d", async (relay) => {
		const { chip, ...wires } = card();
		const device = aRelayCard(wires, "8_relays", ["1", "2", "3", "4", "5", "6", "7", "8"]);
		const coils = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [n, n === relay]));
		expect(await device.write(image(coils))).toEqual({ kind: "done", confirmed: image(coils) });
		// The vendor's table.
		expect(chip.driven).toBe([0x01, 0x04, 0x40, 0x10, 0x20, 0x80, 0x08, 0x02][relay - 1]);
		expect(chip.config).toBe(0);
		expect(chip.seen.slice(0, 1)).toEqual([0]);
	});

	it.each([
		[1, 0x8000],
		[9, 0x0080],
		[16, 0x0001],
	])("with sixteen: relay %d", async (relay, bits) => {
		const wires = aBus();
		const chip = new Sixteen();
		wires.fake.chips.set(0x25, chip);
		const device = aRelayCard(wires, "16_relays", ["1", "9", "16"]);
		const coils = { 1: relay === 1, 9: relay === 9, 16: relay === 16 };
		expect(await device.write(image(coils))).toEqual({ kind: "done", confirmed: image(coils) });
		const hex = [bits & 0xff, bits >> 8].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
		expect(wires.fake.takeWrites()).toEqual([`25 02 ${hex}`, "25 06 00 00"]);
		expect(chip.seen).toEqual([0, bits]);
	});

	it("with a processor: found by its version, written as one byte", async () => {
		const wires = aBus();
		const chip = new Processor();
		wires.fake.chips.set(0x10, chip);
		const device = aRelayCard(wires, "auto");
		expect(await device.readBack()).toEqual(image({ 1: false, 2: false }));
		await device.write(image({ 1: true, 2: false }));
		await device.write(image({ 1: false, 2: true }));
		expect(wires.fake.takeWrites()).toEqual(["10 00 01", "10 00 02"]);
	});
});

describe("a card that is not what the options say", () => {
	it("is not switched: four relays were named, eight are set up", async () => {
		const { chip, fake, ...wires } = card();
		chip.config = 0x00;
		chip.output = 0;
		const device = aRelayCard({ fake, ...wires });
		expect(await device.write(image({ 1: true, 2: true }))).toMatchObject({ fault: { code: "unidentified" } });
		expect(await device.readBack()).toBeUndefined();
		expect(device.health()).toMatchObject({ code: "unidentified", facts: { config: "0x00" } });
		expect(fake.takeWrites()).toEqual([]);
	});

	it("is not guessed: a card with an expander chip does not say how many relays it has", async () => {
		const { fake, ...wires } = card();
		const device = aRelayCard({ fake, ...wires }, "auto");
		expect(await device.write(image({ 1: true, 2: true }))).toMatchObject({
			fault: { code: "unidentified", facts: { address: "0x3d" } },
		});
		// Not even a register number: a PCF8574 would take it for its outputs.
		expect(fake.transfers.filter(({ address, write }) => address !== 0x10 && write.length > 0)).toEqual([]);
	});

	it("does not switch relays beyond those it has", async () => {
		const wires = aBus();
		wires.fake.chips.set(0x10, new Processor());
		const device = aRelayCard(wires, "auto", ["1", "5"]);
		expect(await device.write(image({ 1: true, 5: true }))).toMatchObject({ fault: { code: "no_write" } });
		expect(wires.fake.takeWrites()).toEqual([]);
	});

	it("is not taken from another address: there a card of another kind may be", async () => {
		const wires = aBus();
		const other = new Sixteen();
		wires.fake.chips.set(0x25, other);
		const device = aRelayCard(wires, "4_relays");
		expect(await device.write(image({ 1: true, 2: true }))).toMatchObject({ fault: { code: "missing" } });
		expect(wires.fake.transfers.filter(({ address }) => address === 0x25)).toEqual([]);
	});

	it("is not a processor's card because something answers there", async () => {
		const wires = aBus();
		wires.fake.chips.set(0x10, new Memory());
		const device = aRelayCard(wires, "4_relays");
		expect(await device.write(image({ 1: true, 2: true }))).toMatchObject({ fault: { code: "unidentified" } });
		expect(wires.fake.takeWrites()).toEqual([]);
	});
});

describe("a card that loses its image", () => {
	const watched = async (change: (chip: Expander, fake: ReturnType<typeof card>["fake"]) => void) => {
		stopTimers();
		const { chip, fake, ...wires } = card();
		const device = aRelayCard({ fake, ...wires });
		await device.write(image({ 1: true, 2: false }));
		change(chip, fake);
		jest.advanceTimersByTime(2000);
		await eventually(() => device.returns > 0 || device.health() !== undefined);
		return { chip, fake, device, notices: wires.notices };
	};

	it("by an interrupted supply is found within 2 s and counts as returned", async () => {
		const { device, chip } = await watched((chip) => chip.reset());
		expect(device.returns).toBe(1);
		expect(await device.write(image({ 1: true, 2: false }))).toMatchObject({ kind: "done" });
		expect([chip.driven, chip.config]).toEqual([0x80, 0x0f]);
		expect(chip.seen.every((state) => (state & 0x7f) === 0)).toBe(true);
	});

	it("to another program is found within 2 s", async () => {
		const { device } = await watched((chip) => {
			chip.output = 0x00;
		});
		expect(device.returns).toBe(1);
	});

	it("by being pulled is reported within 2 s, and back within 2 s after it is plugged in", async () => {
		const { device, chip, fake, notices } = await watched((_, fake) => void fake.chips.delete(0x3d));
		expect(device.health()).toMatchObject({ code: "missing" });
		chip.reset();
		fake.chips.set(0x3d, chip);
		jest.advanceTimersByTime(2000);
		await eventually(() => device.health() === undefined);
		expect(device.returns).toBeGreaterThan(0);
		expect(notices.map(({ code }) => code)).toEqual(["device_lost", "device_back"]);
	});
});

test("of images that wait only the newest is written", async () => {
	const { fake, chip, ...wires } = card();
	chip.config = 0x0f;
	chip.output = 0;
	const device = aRelayCard({ fake, ...wires });
	await device.readBack();
	fake.hang(true);
	const reading = device.readBack();
	const older = device.write(image({ 1: true, 2: true }));
	const newer = device.write(image({ 1: false, 2: true }));
	fake.hang(false);
	await Promise.all([reading, older, newer]);
	expect(await newer).toMatchObject({ kind: "done", confirmed: image({ 1: false, 2: true }) });
	expect(chip.seen.filter((state) => (state & 0x80) !== 0)).toEqual([]);
});

test("an image that was given up is not written later", async () => {
	const { fake, chip, ...wires } = card();
	chip.config = 0x0f;
	chip.output = 0;
	const device = aRelayCard({ fake, ...wires });
	await device.readBack();
	fake.takeWrites();
	stopTimers();
	fake.hang(true);
	const first = device.readBack();
	const written = device.write(image({ 1: true, 2: true }));
	await eventually(() => fake.together > 0);
	await jest.advanceTimersByTimeAsync(1300);
	await eventually(settledOf(written));
	expect(await written).toMatchObject({ fault: { code: "no_answer" } });
	expect(await first).toBeUndefined();
	jest.useRealTimers();
	fake.hang(false);
	// Both orders of before are done, and a new one is obeyed.
	expect(await device.write(image({ 1: false, 2: true }))).toMatchObject({ kind: "done" });
	expect(fake.takeWrites().filter((write) => write.endsWith("c0"))).toEqual([]);
});
