import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, it, test } from "@jest/globals";
import type { Device, Image } from "#drivers/driver.ts";
import { usbRelay } from "#drivers/usb-relay.ts";
import type { Notice } from "#model/decision.ts";
import { instant } from "#model/units.ts";
import { LcusBoard } from "../fakes/lcus-board.ts";

const opened: { close(): unknown }[] = [];
afterEach(async () => {
	for (const thing of opened.splice(0).reverse()) await thing.close();
});

const aBoard = (temper: ConstructorParameters<typeof LcusBoard>[0] = {}) => {
	const board = new LcusBoard(temper);
	opened.push(board);
	return board;
};
interface Options {
	channels?: string[];
	gap?: number;
	read_back?: "auto" | "never";
}
const open = (path: string, { channels = ["1", "2"], ...options }: Options = {}) => {
	const notices: Notice[] = [];
	const device = usbRelay.open(path, channels, usbRelay.options.parse(options), {
		tell: (notice) => void notices.push(notice),
		now: () => instant(0),
	});
	opened.push(device);
	return { device, notices };
};
const image = (coils: Record<number, boolean>): Image => new Map(Object.entries(coils));
/** The board has been asked whether it can be read back, and what it heard of that is forgotten. */
const settled = async (device: Device, board: LcusBoard) => {
	await device.coils();
	await until(() => board.heard.length >= 2 || device.verify === "none");
	board.take();
};
const until = async (so: () => unknown, within = 3000) => {
	const end = performance.now() + within;
	while (!so()) {
		if (performance.now() > end) throw new Error("It never came to be so");
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
};
const timed = async <T>(work: Promise<T>) => {
	const from = performance.now();
	return { came: await work, ms: performance.now() - from };
};

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
		expect(usbRelay.place(address)).toEqual({ device, channel });
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
		expect(usbRelay.place(address)).toBeUndefined();
	});
});

describe("its options", () => {
	it("leave the board 20 ms in peace and read back, unless told", () => {
		expect(usbRelay.options.parse({})).toEqual({ gap: 20, read_back: "auto" });
	});
	test.each(Object.entries(usbRelay.options.shape))("say in plain words what %s is", (_, field) => {
		expect(field.meta()).toMatchObject({ title: expect.any(String), description: expect.any(String) });
	});
	test.each([9, 51, 20.5])("refuse a pause of %d ms: eight relays would take too long, or be missed", (gap) => {
		expect(usbRelay.options.safeParse({ gap }).success).toBe(false);
	});
});

describe("a board that can be read back", () => {
	it("is known as such from its first answer, and not before", async () => {
		const { device } = open(aBoard().path);
		expect(device.verify).toBe("none");
		await device.coils();
		expect(device.verify).toBe("readback");
	});

	it("is asked and never written to when it is opened", async () => {
		const board = aBoard();
		const { device } = open(board.path);
		await device.coils();
		expect(new Set(board.take())).toEqual(new Set(["FF"]));
	});

	it("gets one frame a relay, lowest first, then the question, and confirms", async () => {
		const board = aBoard();
		const { device } = open(board.path, { channels: ["4", "1", "2"] });
		await settled(device, board);
		expect(await device.write(image({ 4: false, 2: true, 1: true }))).toEqual({
			kind: "done",
			confirmed: image({ 1: true, 2: true, 4: false }),
		});
		expect(board.take()).toEqual(["A0 01 01 A2", "A0 02 01 A3", "A0 04 00 A4", "FF"]);
		expect(board.coils).toEqual([true, true, false, false]);
	});

	it("is left in peace between frames", async () => {
		const board = aBoard({ relays: 8 });
		const { device } = open(board.path, { gap: 30 });
		await settled(device, board);
		await device.write(image({ 1: true, 2: true, 3: true, 4: true }));
		const gaps = board.heard.slice(1).map(({ at }, index) => at - (board.heard[index]?.at ?? 0));
		expect(gaps).toHaveLength(4);
		expect(Math.min(...gaps)).toBeGreaterThan(20);
	});

	it("says what its coils are", async () => {
		const board = aBoard();
		board.coils.splice(0, 4, false, true, true, false);
		expect(await open(board.path).device.coils()).toEqual(image({ 1: false, 2: true, 3: true, 4: false }));
	});

	test.each([
		["in single bytes", { pieces: 1 }],
		["in small letters without blanks", { spelling: (ch: number, on: boolean) => `ch${ch}:${on ? "on" : "off"}\n` }],
	])("may answer %s", async (_, temper) => {
		const board = aBoard(temper);
		const { device } = open(board.path);
		expect(await device.write(image({ 1: true, 2: false }))).toEqual({
			kind: "done",
			confirmed: image({ 1: true, 2: false }),
		});
		expect(device.verify).toBe("readback");
	});

	it("that missed a frame gets it once more", async () => {
		const board = aBoard();
		const { device } = open(board.path);
		await settled(device, board);
		board.temper.misses = 1;
		expect(await device.write(image({ 1: true, 2: true }))).toMatchObject({ kind: "done" });
		expect(board.take()).toEqual(["A0 01 01 A2", "A0 02 01 A3", "FF", "A0 01 01 A2", "FF"]);
		expect(board.coils[0]).toBe(true);
	});

	it("with a stuck relay is not verified, after one more try and not two", async () => {
		const board = aBoard();
		const { device } = open(board.path);
		await settled(device, board);
		board.temper.stuck = [2];
		expect(await device.write(image({ 1: true, 2: true }))).toEqual({
			kind: "failed",
			fault: {
				code: "not_verified",
				facts: { device: board.path, channel: "2", wanted: true, found: false, relays: 1 },
			},
		});
		expect(board.take()).toEqual(["A0 01 01 A2", "A0 02 01 A3", "FF", "A0 02 01 A3", "FF"]);
	});

	it("without the relay that was asked for is not verified", async () => {
		const board = aBoard({ relays: 2 });
		const { device } = open(board.path, { channels: ["3"] });
		await settled(device, board);
		expect(await device.write(image({ 3: true }))).toEqual({
			kind: "failed",
			fault: { code: "not_verified", facts: { device: board.path, channel: "3", wanted: true, relays: 1 } },
		});
	});

	it("that begins to talk rubbish fails as no answer", async () => {
		const board = aBoard();
		const { device } = open(board.path);
		await settled(device, board);
		board.temper.spelling = () => "\x00\x7f?\r\n";
		expect(await device.write(image({ 1: true }))).toEqual({
			kind: "failed",
			fault: { code: "no_answer", facts: { device: board.path } },
		});
	});

	it("with eight relays, all of which it misses, is given up within 1.2 seconds", async () => {
		const board = aBoard({ relays: 8 });
		const all = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [i + 1, true]));
		const { device } = open(board.path, { channels: Object.keys(all), gap: 50 });
		await settled(device, board);
		board.temper.stuck = [1, 2, 3, 4, 5, 6, 7, 8];
		const { came, ms } = await timed(device.write(image(all)));
		expect(came.kind).toBe("failed");
		expect(ms).toBeLessThan(1300);
		const after = board.heard.length;
		await new Promise((resolve) => setTimeout(resolve, 120));
		// What was given up is given up: nothing trickles out later.
		expect(board.heard.length).toBe(after);
	});
});

describe("a board that cannot be read back", () => {
	it("is written without proof, and left in peace after three questions", async () => {
		const board = aBoard({ answers: false });
		const { device } = open(board.path);
		expect(await device.coils()).toBeUndefined();
		await until(() => board.heard.length >= 3);
		expect(board.take()).toEqual(["FF", "FF", "FF"]);
		expect(await device.write(image({ 1: true, 2: false }))).toEqual({ kind: "done", confirmed: new Map() });
		expect(await device.coils()).toBeUndefined();
		expect(board.take()).toEqual(["A0 01 01 A2", "A0 02 00 A2"]);
		expect(device.verify).toBe("none");
		expect(board.coils[0]).toBe(true);
	});

	it("is never asked where the owner said so", async () => {
		const board = aBoard();
		const { device } = open(board.path, { read_back: "never" });
		expect(await device.write(image({ 1: true }))).toEqual({ kind: "done", confirmed: new Map() });
		expect(await device.coils()).toBeUndefined();
		expect(board.take()).toEqual(["A0 01 01 A2"]);
	});

	it("does not keep its first write waiting for all three questions", async () => {
		const board = aBoard({ answers: false });
		const { device } = open(board.path);
		await until(() => board.heard.length === 1);
		const { came, ms } = await timed(device.write(image({ 1: true })));
		expect(came).toEqual({ kind: "done", confirmed: new Map() });
		expect(ms).toBeLessThan(700);
		expect(board.take().slice(0, 2)).toEqual(["FF", "A0 01 01 A2"]);
	});
});

describe("images that come faster than the board takes them", () => {
	it("are not mixed, and of those that wait only the newest is written, for all who wait", async () => {
		const board = aBoard();
		const { device } = open(board.path);
		await settled(device, board);
		const first = device.write(image({ 1: true, 2: true }));
		await until(() => board.heard.length > 0);
		const second = device.write(image({ 1: false, 2: true }));
		const third = device.write(image({ 1: false, 2: false }));
		expect(await first).toEqual({ kind: "done", confirmed: image({ 1: true, 2: true }) });
		expect(await second).toEqual({ kind: "done", confirmed: image({ 1: false, 2: false }) });
		expect(await third).toEqual(await second);
		expect(board.take()).toEqual(["A0 01 01 A2", "A0 02 01 A3", "FF", "A0 01 00 A1", "A0 02 00 A2", "FF"]);
	});
});

describe("a board that is unplugged", () => {
	it("makes a write in progress fail at once, and every one after it", async () => {
		const board = aBoard();
		const { device } = open(board.path);
		await settled(device, board);
		const writing = timed(device.write(image({ 1: true, 2: true })));
		await until(() => board.heard.length > 0);
		board.unplug();
		const { came, ms } = await writing;
		expect(came).toMatchObject({ kind: "failed", fault: { code: "missing", facts: { device: board.path } } });
		expect(ms).toBeLessThan(400);
		const next = await timed(device.write(image({ 1: true })));
		expect(next.came).toMatchObject({ kind: "failed", fault: { code: "missing" } });
		expect(next.ms).toBeLessThan(100);
		expect(await device.coils()).toBeUndefined();
	});

	it("is told of once, is back by itself, and is not written to by itself", async () => {
		const board = aBoard();
		const { device, notices } = open(board.path);
		await device.write(image({ 1: true }));
		board.unplug();
		await until(() => device.health());
		expect(device.health()).toEqual({ code: "missing", facts: { device: board.path, reason: "unplugged" } });
		board.take();
		board.plug();
		await until(() => device.health() === undefined);
		expect(await device.coils()).toEqual(image({ 1: false, 2: false, 3: false, 4: false }));
		expect(new Set(board.take())).toEqual(new Set(["FF"]));
		expect(await device.write(image({ 1: true }))).toMatchObject({ kind: "done" });
		expect(notices).toEqual([
			{ level: "warning", code: "device_lost", facts: { device: board.path, fault: "missing", reason: "unplugged" } },
			{ level: "info", code: "device_back", facts: { device: board.path, fault: "missing" } },
		]);
	});

	it("may be another one when it is back: whether it answers is asked anew", async () => {
		const board = aBoard();
		const { device } = open(board.path);
		await device.coils();
		board.unplug();
		await until(() => device.health());
		board.temper.answers = false;
		board.plug();
		await until(() => device.health() === undefined);
		expect(await device.coils()).toBeUndefined();
		expect(device.verify).toBe("none");
	});
});

describe("a port that cannot be opened", () => {
	it("opens the device all the same, which is missing and fails every call", async () => {
		const { device, notices } = open("/dev/serial/by-id/nothing-here");
		const why = { code: "missing", facts: { device: "/dev/serial/by-id/nothing-here" } };
		expect(device.health()).toBeUndefined();
		expect(await device.write(image({ 1: true }))).toEqual({ kind: "failed", fault: why });
		expect(device.health()).toEqual(why);
		expect(notices).toMatchObject([{ code: "device_lost", facts: { fault: "missing" } }]);
	});

	it("is locked where another program has it", async () => {
		const board = aBoard();
		const { device: other } = open(board.path);
		await other.coils();
		const { device } = open(board.path);
		expect(await device.write(image({ 1: true }))).toEqual({
			kind: "failed",
			fault: { code: "bus", facts: { device: board.path, reason: "locked" } },
		});
	});

	it("is forbidden where the system says so", async () => {
		const board = aBoard();
		const nobody = process.geteuid?.() === 0;
		execFileSync("chmod", ["000", board.path]);
		if (nobody) process.seteuid?.(65534);
		try {
			const { device } = open(board.path);
			expect(await device.write(image({ 1: true }))).toMatchObject({ fault: { code: "no_permission" } });
		} finally {
			if (nobody) process.seteuid?.(0);
		}
	});

	it("is no serial port", async () => {
		const { device } = open("/etc/hostname");
		expect(await device.write(image({ 1: true }))).toMatchObject({
			fault: { code: "bus", facts: { device: "/etc/hostname" } },
		});
	});
});

describe("closing", () => {
	it("frees the port for the next one, and fails what comes later", async () => {
		const board = aBoard();
		const { device } = open(board.path);
		await device.coils();
		const { ms } = await timed(device.close());
		expect(ms).toBeLessThan(500);
		expect(await device.write(image({ 1: true }))).toMatchObject({
			kind: "failed",
			fault: { code: "missing", facts: { reason: "closed" } },
		});
		expect(await open(board.path).device.coils()).toBeDefined();
	});

	it("is no loss worth a notice, and may be done twice, or before the port is open", async () => {
		const board = aBoard();
		const { device, notices } = open(board.path);
		await device.close();
		await device.close();
		expect(notices).toEqual([]);
		expect(await open(board.path).device.coils()).toBeDefined();
	});
});

it("says what it is", async () => {
	const board = aBoard();
	const { device } = open(board.path);
	expect(device).toMatchObject({ identity: `LCUS relay board at ${board.path}`, onCrash: "holds" });
	expect(await device.read("1")).toMatchObject({ kind: "failed" });
});
