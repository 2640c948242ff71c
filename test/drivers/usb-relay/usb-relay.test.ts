import { afterEach, describe, expect, it, jest, test } from "@jest/globals";
import type { Drive } from "#drivers/driver.ts";
import { en } from "#drivers/usb-relay/usb-relay.texts.ts";
import { usbRelay } from "#drivers/usb-relay/usb-relay.ts";
import { fault } from "#model/plant/fault.ts";
import { percent } from "#model/quantities/units.ts";
import { inOwnTime, settledOf, stopTimers } from "../../fakes/stopped-timers.ts";
import { aBoard, image, open, openBoard, settled, timesOpen, until } from "./bench.ts";

afterEach(() => {
	jest.useRealTimers();
});

describe("the address", () => {
	test.each([
		["/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0/1", "/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0", "1"],
		[
			"/dev/serial/by-path/pci-0000:00:14.0-usb-0:1:1.0-port0/8",
			"/dev/serial/by-path/pci-0000:00:14.0-usb-0:1:1.0-port0",
			"8",
		],
		["/dev/ttyUSB0/2", "/dev/ttyUSB0", "2"],
		["/dev/pts/3/4", "/dev/pts/3", "4"],
	])("%s is a board and a relay on it", (address, device, channel) => {
		expect(usbRelay.place(address, "outputs")).toEqual({ device, channel });
	});
	test.each([
		"",
		"1",
		"/1",
		"//1",
		"/dev/ttyUSB0",
		"/dev/ttyUSB0/",
		"/dev/ttyUSB0/0",
		"/dev/ttyUSB0/9",
		"/dev/ttyUSB0/10",
		"dev/ttyUSB0/1",
		"/dev//ttyUSB0/1",
		"/dev/../ttyUSB0/1",
		"/dev/./ttyUSB0/1",
		"/dev/tty USB0/1",
	])("%j is none", (address) => {
		expect(usbRelay.place(address, "outputs")).toBeUndefined();
	});
});

describe("its options", () => {
	it("leave the board 10 ms in peace and read back, unless told", () => {
		expect(usbRelay.options.parse({})).toEqual({ gap: 10, read_back: "auto" });
	});
	test.each(Object.keys(usbRelay.options.shape))("say in plain words what %s is", (field) => {
		const said = { name: expect.any(String), description: expect.any(String) };
		expect(en.configuration.usb_relay.fields).toMatchObject({ [field]: said });
	});
	test.each([4, 51, 20.5])("refuse a pause of %d ms: eight relays would take too long, or be missed", (gap) => {
		expect(usbRelay.options.safeParse({ gap }).success).toBe(false);
	});
});

/** Tells it of a board in memory, in time of its own. */
const timed = (tells: string, proof: () => Promise<void>) => it(tells, () => inOwnTime(proof));
const inMemory = (temper: Parameters<typeof aBoard>[0] = {}) => aBoard({ memory: true, ...temper });

describe("a board that can be read back", () => {
	timed("is known as such from its first answer, and not before", async () => {
		const { device } = openBoard(inMemory());
		expect(device.verify).toBe("none");
		await device.readBack();
		expect(device.verify).toBe("readback");
	});

	timed("is asked and never written to when it is opened", async () => {
		const board = inMemory();
		const { device } = openBoard(board);
		await device.readBack();
		expect(new Set(board.take())).toEqual(new Set(["FF"]));
	});

	timed("gets one frame a relay, lowest first, then the question, and confirms", async () => {
		const board = inMemory();
		const { device } = openBoard(board, { channels: ["4", "1", "2"] });
		await settled(device, board);
		expect(
			await device.write(
				new Map([
					["4", false],
					["2", true],
					["1", true],
				]),
			),
		).toEqual({
			kind: "done",
			confirmed: image({ 1: true, 2: true, 4: false }),
		});
		expect(board.take()).toEqual(["A0 01 01 A2", "A0 02 01 A3", "A0 04 00 A4", "FF"]);
		expect(board.coils).toEqual([true, true, false, false]);
	});

	timed("is left in peace between frames", async () => {
		const board = inMemory({ relays: 8 });
		const { device } = openBoard(board, { gap: 30 });
		await settled(device, board);
		await device.write(image({ 1: true, 2: true, 3: true, 4: true }));
		const heard = board.heard.map(({ at }) => at);
		expect(heard.slice(1).map((at, index) => at - (heard[index] ?? 0))).toEqual([30, 30, 30, 30]);
	});

	timed("says what its coils are", async () => {
		const board = inMemory();
		board.coils.splice(0, 4, false, true, true, false);
		expect(await openBoard(board).device.readBack()).toEqual(image({ 1: false, 2: true, 3: true, 4: false }));
	});

	test.each([
		["in single bytes", { pieces: 1 }],
		["in small letters without blanks", { spelling: (ch: number, on: boolean) => `ch${ch}:${on ? "on" : "off"}\n` }],
	])("may answer %s", (_, temper) =>
		inOwnTime(async () => {
			const board = inMemory(temper);
			const { device } = openBoard(board);
			expect(await device.write(image({ 1: true, 2: false }))).toEqual({
				kind: "done",
				confirmed: image({ 1: true, 2: false }),
			});
			expect(device.verify).toBe("readback");
		}),
	);

	timed("that missed a frame gets it once more", async () => {
		const board = inMemory();
		const { device } = openBoard(board);
		await settled(device, board);
		board.temper.misses = 1;
		expect(await device.write(image({ 1: true, 2: true }))).toMatchObject({ kind: "done" });
		expect(board.take()).toEqual(["A0 01 01 A2", "A0 02 01 A3", "FF", "A0 01 01 A2", "FF"]);
		expect(board.coils[0]).toBe(true);
	});

	// #stuck-relay-verified-more
	it("with a stuck relay is not verified, after one more try and not two", () =>
		inOwnTime(async () => {
			const board = inMemory();
			const { device } = openBoard(board);
			await settled(device, board);
			board.temper.stuck = [2];
			expect(await device.write(image({ 1: true, 2: true }))).toEqual({
				kind: "done",
				confirmed: image({ 1: true, 2: false }),
				faults: new Map([
					["2", fault("not_verified", { device: board.path, channel: "2", wanted: true, found: false })],
				]),
			});
			expect(board.take()).toEqual(["A0 01 01 A2", "A0 02 01 A3", "FF", "A0 02 01 A3", "FF"]);
		}));

	timed("without the relay that was asked for is not verified", async () => {
		const board = inMemory({ relays: 2 });
		const { device } = openBoard(board, { channels: ["3"] });
		await settled(device, board);
		expect(await device.write(image({ 3: true }))).toEqual({
			kind: "done",
			confirmed: new Map(),
			faults: new Map([["3", fault("not_verified", { device: board.path, channel: "3", wanted: true })]]),
		});
	});

	timed("that begins to talk rubbish fails as no answer", async () => {
		const board = inMemory();
		const { device } = openBoard(board);
		await settled(device, board);
		board.temper.spelling = () => "\x00\x7f?\r\n";
		expect(await device.write(image({ 1: true }))).toEqual({
			kind: "failed",
			fault: { code: "no_answer", facts: { device: board.path } },
		});
	});

	timed("with eight relays, all of which it misses, is given up after the second try", async () => {
		const board = inMemory({ relays: 8 });
		const all = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [i + 1, true]));
		const { device } = openBoard(board, { channels: Object.keys(all), gap: 50 });
		await settled(device, board);
		board.temper.stuck = [1, 2, 3, 4, 5, 6, 7, 8];
		expect(await device.write(image(all))).toMatchObject({
			kind: "done",
			confirmed: image(Object.fromEntries(Object.keys(all).map((n) => [n, false]))),
		});
		// Each frame takes a pause of 50 ms: 18 fit into the 1.2 s of a call.
		expect(board.take()).toHaveLength(18);
	});

	timed("that falls silent keeps nobody waiting longer, and an order that was given up never reaches it", async () => {
		const board = inMemory({ relays: 8 });
		const all = Array.from({ length: 8 }, (_, i) => String(i + 1));
		const { device } = openBoard(board, { channels: all, gap: 50 });
		await settled(device, board);
		board.temper.answers = false;
		const first = device.write(new Map(all.map((channel) => [channel, false])));
		await until(() => board.heard.length > 0);
		const began = performance.now();
		const second = device.write(new Map(all.map((channel) => [channel, true])));
		await second;
		expect(performance.now() - began).toBeLessThanOrEqual(1200);
		expect(await second).toEqual({
			kind: "failed",
			fault: { code: "no_answer", facts: { device: board.path, within: 1.2 } },
		});
		expect(await first).toMatchObject({ kind: "failed", fault: { code: "no_answer" } });
		// A frame may have been on its way when its time was up: it comes before the question that is asked now.
		board.take();
		await device.readBack();
		expect(board.take().at(-1)).toBe("FF");
		await device.readBack();
		expect(board.take().filter((frame) => frame !== "FF")).toEqual([]);
	});
});

describe("a board that cannot be read back", () => {
	timed("is written without proof, and left in peace after three questions", async () => {
		const board = inMemory({ answers: false });
		const { device } = openBoard(board);
		expect(await device.readBack()).toBeUndefined();
		await until(() => board.heard.length >= 3);
		expect(board.take()).toEqual(["FF", "FF", "FF"]);
		expect(await device.write(image({ 1: true, 2: false }))).toEqual({ kind: "done", confirmed: new Map() });
		expect(await device.readBack()).toBeUndefined();
		await until(() => board.heard.length >= 2);
		expect(board.take()).toEqual(["A0 01 01 A2", "A0 02 00 A2"]);
		expect(device.verify).toBe("none");
		expect(board.coils[0]).toBe(true);
	});

	timed("is never asked where the owner said so", async () => {
		const board = inMemory();
		const { device } = openBoard(board, { read_back: "never" });
		expect(await device.write(image({ 1: true }))).toEqual({ kind: "done", confirmed: new Map() });
		expect(await device.readBack()).toBeUndefined();
		await until(() => board.heard.length >= 1);
		expect(board.take()).toEqual(["A0 01 01 A2"]);
	});

	timed("does not keep its first write waiting for all three questions", async () => {
		const board = inMemory({ answers: false });
		const { device } = openBoard(board);
		await until(() => board.heard.length === 1);
		expect(await device.write(image({ 1: true }))).toEqual({ kind: "done", confirmed: new Map() });
		expect(board.take().slice(0, 2)).toEqual(["FF", "A0 01 01 A2"]);
	});
});

describe("images that come faster than the board takes them", () => {
	timed("are not mixed, and of those that wait only the newest is written, for all who wait", async () => {
		const board = inMemory();
		const { device } = openBoard(board);
		await settled(device, board);
		const first = device.write(image({ 1: true, 2: true }));
		// Both its relays are switched. One that was not yet would make way for the next image.
		await until(() => board.heard.length > 1);
		const second = device.write(image({ 1: false, 2: true }));
		const third = device.write(image({ 1: false, 2: false }));
		expect(await first).toEqual({ kind: "done", confirmed: image({ 1: true, 2: true }) });
		expect(await second).toEqual({ kind: "done", confirmed: image({ 1: false, 2: false }) });
		expect(await third).toEqual(await second);
		expect(board.take()).toEqual(["A0 01 01 A2", "A0 02 01 A3", "FF", "A0 01 00 A1", "A0 02 00 A2", "FF"]);
	});
});

timed("refuses a level, which no relay can have, and sends nothing of that image", async () => {
	const board = inMemory();
	const { device } = openBoard(board);
	await settled(device, board);
	const level = new Map<string, Drive>([
		["1", true],
		["2", percent(45)],
	]);
	expect(await device.write(level)).toMatchObject({ kind: "failed", fault: { code: "no_write" } });
	expect(await device.write(image({ 1: false, 2: true }))).toMatchObject({ kind: "done" });
	expect(board.take()).toEqual(["A0 01 00 A1", "A0 02 01 A3", "FF"]);
});

it("says what it is", async () => {
	const board = aBoard();
	const { device } = open(board.path);
	expect(device).toMatchObject({ identity: `LCUS relay board at ${board.path}`, onCrash: "holds" });
	expect(await device.read("1")).toMatchObject({ kind: "failed" });
});

describe("a board on a real port", () => {
	it("whose adapter takes no bytes fails soon, is opened anew, and never gets the old frame", async () => {
		const board = aBoard();
		const { device } = openBoard(board);
		await settled(device, board);
		// Nothing is under way.
		await device.readBack();
		board.take();
		board.stall(true);
		const opened = timesOpen(board.path);
		stopTimers();
		const writing = device.write(image({ 1: true }));
		const given = settledOf(writing);
		// A pause after the frame before, and the 0.3 s of a write.
		await jest.advanceTimersByTimeAsync(310);
		expect(given()).toBe(true);
		const why = { code: "no_answer", facts: { device: board.path, reason: "write" } };
		expect(await writing).toEqual({ kind: "failed", fault: why });
		expect(device.health()).toEqual(why);
		// The waits from here on are real, because a stopped clock that moves on outruns the board's answers.
		jest.useRealTimers();
		// An adapter that takes bytes again before its port is closed gets them.
		await until(() => timesOpen(board.path) < opened);
		board.stall(false);
		device.retry?.();
		await until(() => device.health() === undefined);
		expect(await device.readBack()).toBeDefined();
		expect(new Set(board.take())).toEqual(new Set(["FF"]));
	});
});
