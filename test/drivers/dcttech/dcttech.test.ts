import { afterEach, beforeEach, describe, expect, it, jest, test } from "@jest/globals";
import { HidRelayBoard } from "#drivers/dcttech/board.ts";
import { dcttech } from "#drivers/dcttech/dcttech.ts";
import { foundBoards } from "#drivers/dcttech/found.ts";
import {
	command,
	GET_FEATURE,
	question,
	RAW_INFO,
	RAW_NAME,
	RAW_PHYS,
	relaysIn,
	SET_FEATURE,
	stateIn,
} from "#drivers/dcttech/report.ts";
import { instant, percent } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { FakeHid, HidKernel } from "../../fakes/hid-kernel.ts";
import { eventually, stopTimers } from "../../fakes/stopped-timers.ts";
import { image } from "../bus/relay-bench.ts";

let kernel: HidKernel;
const boards: HidRelayBoard[] = [];
beforeEach(() => {
	kernel = new HidKernel();
});
afterEach(async () => {
	jest.useRealTimers();
	await Promise.all(boards.splice(0).map((board) => board.close()));
	// A call under way has to return first.
	await eventually(() => kernel.opened === 0, "a descriptor stays open");
	kernel.close();
});

function open(device = "QMBS1") {
	const notices: Notice[] = [];
	const ports = { tell: (notice: Notice) => void notices.push(notice), now: () => instant(0) };
	const board = new HidRelayBoard("a board", device, ports, kernel.hid);
	boards.push(board);
	return { board, notices };
}
const settled = async (board: HidRelayBoard) => {
	await board.readBack();
	return board;
};

describe("the reports", () => {
	test.each([
		[1, true, "00ff01000000000000"],
		[1, false, "00fd01000000000000"],
		[8, true, "00ff08000000000000"],
	])("relay %d %s is %s", (relay, on, report) => {
		expect(command(relay, on).toString("hex")).toBe(report);
	});

	it("ask with report 1, of which bytes 0 to 4 are the serial and byte 7 the relays", () => {
		expect(question().toString("hex")).toBe("010000000000000000");
		expect(stateIn(Buffer.from("514d42533100000500", "hex"), 8)).toEqual({ serial: "QMBS1", relays: 5 });
		expect(stateIn(Buffer.from("514d42533100000500", "hex"), 7)).toBeUndefined();
	});

	// HIDIOCSFEATURE(9), HIDIOCGFEATURE(9), HIDIOCGRAWINFO, HIDIOCGRAWNAME(256) by _IOC(direction, 'H', number, size).
	test.each([
		[SET_FEATURE, 3, 6, 9],
		[GET_FEATURE, 3, 7, 9],
		[RAW_INFO, 2, 3, 8],
		[RAW_NAME, 2, 4, 256],
		[RAW_PHYS, 2, 5, 256],
	])("the request %i is made as hidraw.h does", (request, direction, number, size) => {
		expect(request).toBe(direction * 2 ** 30 + size * 2 ** 16 + 0x48 * 2 ** 8 + number);
	});

	test.each([
		["www.dcttech.com USBRelay2", 2],
		["USBRelay8", 8],
		["Ucreatefun.com HIDRelay", undefined],
		["www.dcttech.com USBRelay9", undefined],
		["", undefined],
	])("%j has %s relays", (name, relays) => {
		expect(relaysIn(name)).toBe(relays);
	});
});

describe("the address", () => {
	test.each([
		["QMBS1/1", "QMBS1", "1"],
		["HW554/8", "HW554", "8"],
		["/dev/hidraw0/2", "/dev/hidraw0", "2"],
		["/dev/solar/hidraw12/2", "/dev/solar/hidraw12", "2"],
	])("%s is a board and a relay", (address, device, channel) => {
		expect(dcttech.place(address, "outputs")).toEqual({ device, channel });
	});
	test.each(["QMBS1", "QMBS/1", "QMBS1/9", "/dev/ttyUSB0/1", "/dev/../hidraw0/1", "/etc/hidraw0/1", "QM S1/1", ""])(
		"%j is none",
		(address) => {
			expect(dcttech.place(address, "outputs")).toBeUndefined();
		},
	);
});

describe("a board", () => {
	it("is found by its serial whatever its number, read, and written only when told", async () => {
		kernel.plug(0, new FakeHid({ serial: "HW554" }));
		const mine = kernel.plug(7, new FakeHid({ name: "www.dcttech.com USBRelay4" }));
		mine.relays = 0b0101;
		const { board } = open();
		expect(await board.readBack()).toEqual(image({ 1: true, 2: false, 3: true, 4: false }));
		expect(mine.heard).toEqual([]);
		expect(await board.write(image({ 1: false, 2: true }))).toEqual({
			kind: "done",
			confirmed: image({ 1: false, 2: true }),
		});
		expect(mine.heard).toEqual(["00fd01000000000000", "00ff02000000000000"]);
		expect(mine.relays).toBe(0b0110);
		expect(kernel.opened).toBe(1);
	});

	it("is taken by its path", async () => {
		kernel.plug(3, new FakeHid());
		expect(await open("/dev/hidraw3").board.readBack()).toEqual(image({ 1: false, 2: false }));
	});

	it("with a stuck relay is tried once more, and then not verified", async () => {
		const hid = kernel.plug(0, new FakeHid());
		hid.stuck = 0b10;
		const written = await open().board.write(image({ 1: true, 2: true }));
		const facts = { device: "QMBS1", channel: "2", wanted: true, found: false };
		expect(written).toEqual({
			kind: "done",
			confirmed: image({ 1: true, 2: false }),
			faults: new Map([["2", { code: "not_verified", facts }]]),
		});
		expect(hid.heard).toHaveLength(3);
	});

	it("without the relay that was named is not verified, and gets no command for it", async () => {
		const hid = kernel.plug(0, new FakeHid());
		const written = await open().board.write(image({ 5: true }));
		expect(written).toMatchObject({ kind: "done", confirmed: new Map() });
		expect(written.kind === "done" && written.faults?.get("5")?.code).toBe("not_verified");
		expect(hid.heard).toEqual([]);
	});

	it("refuses a level", async () => {
		kernel.plug(0, new FakeHid());
		expect(await open().board.write(new Map([["1", percent(40)]]))).toMatchObject({ fault: { code: "no_write" } });
	});

	it("that is unplugged is lost, told of once, and back under another number, with nothing written by itself", async () => {
		const hid = kernel.plug(0, new FakeHid());
		const { board, notices } = open();
		expect(await board.write(image({ 1: true }))).toMatchObject({ kind: "done" });
		kernel.unplug(0);
		hid.relays = 0;
		expect(await board.write(image({ 1: true }))).toMatchObject({ kind: "failed", fault: { code: "missing" } });
		expect(board.health()).toMatchObject({ code: "missing" });
		kernel.plug(4, hid);
		hid.heard.length = 0;
		await board.check();
		expect(board.health()).toBeUndefined();
		expect(board.returns).toBe(1);
		expect(await board.readBack()).toEqual(image({ 1: false, 2: false }));
		expect(hid.heard).toEqual([]);
		expect(notices.map(({ code }) => code)).toEqual(["device_lost", "device_back"]);
	});

	it("is opened once where two look for it at the same time", async () => {
		kernel.plug(0, new FakeHid());
		const { board } = open();
		await Promise.all([board.check(), board.readBack(), board.check()]);
		expect(kernel.opened).toBe(1);
		expect(board.returns).toBe(0);
	});

	it("is opened and closed in a hundred unplugs and replugs without a file left open", async () => {
		const hid = new FakeHid();
		kernel.plug(0, hid);
		const { board } = open();
		for (let cycle = 0; cycle < 100; cycle++) {
			const busy = [board.write(image({ 1: cycle % 2 === 0 })), board.readBack()];
			kernel.unplug(cycle);
			await Promise.all(busy);
			kernel.plug(cycle + 1, hid);
			await board.check();
		}
		expect(await board.write(image({ 1: true, 2: false }))).toMatchObject({ kind: "done" });
		expect(kernel.opened).toBe(1);
	});
});

describe("a board that is named by its path", () => {
	// #dcttech-swapped
	test.each([
		["another serial", { serial: "HW554" }],
		["the same serial, in another socket", { socket: "usb-0000:00:14.0-2/input0" }],
	])(
		"is not replaced by one with %s when the numbers change hands, and is back when it is there again",
		async (_, as) => {
			const mine = kernel.plug(0, new FakeHid());
			const { board, notices } = open("/dev/hidraw0");
			expect(await board.write(image({ 1: true }))).toMatchObject({ kind: "done" });
			kernel.unplug(0);
			expect(await board.readBack()).toBeUndefined();
			const other = kernel.plug(0, new FakeHid(as));
			expect(await board.write(image({ 1: true }))).toMatchObject({ kind: "failed", fault: { code: "unidentified" } });
			expect(board.health()).toMatchObject({
				code: "unidentified",
				facts: { device: "/dev/hidraw0", wanted: "QMBS1" },
			});
			expect(other.heard).toEqual([]);
			kernel.unplug(0);
			kernel.plug(0, mine);
			expect(await board.write(image({ 1: true }))).toMatchObject({ kind: "done" });
			expect(board.health()).toBeUndefined();
			expect(notices.at(-1)?.code).toBe("device_back");
		},
	);

	it("may be in another socket where it is named by its serial", async () => {
		const mine = kernel.plug(0, new FakeHid());
		const { board } = open();
		expect(await board.write(image({ 1: true }))).toMatchObject({ kind: "done" });
		kernel.unplug(0);
		mine.socket = "usb-0000:00:14.0-4/input0";
		kernel.plug(2, mine);
		await board.readBack();
		expect(await board.write(image({ 1: true }))).toMatchObject({ kind: "done" });
	});
});

describe("an order that was given up", () => {
	it("while the board was opened switches nothing", async () => {
		stopTimers();
		const hid = kernel.plug(0, new FakeHid());
		const { board } = open();
		hid.hangs(true);
		const written = board.write(image({ 1: true }));
		await eventually(() => hid.waiting > 0);
		await jest.advanceTimersByTimeAsync(1300);
		expect(await written).toMatchObject({ fault: { code: "no_answer" } });
		hid.hangs(false);
		await board.readBack();
		expect(hid.heard).toEqual([]);
	});

	// A stuck adapter answers after 5 s.
	it("and was carried out all the same makes the board count as returned, so that its image is written again", async () => {
		stopTimers();
		const hid = kernel.plug(0, new FakeHid());
		const board = await settled(open().board);
		hid.hangs(true, SET_FEATURE);
		const written = board.write(image({ 1: true }));
		await eventually(() => hid.waiting > 0);
		await jest.advanceTimersByTimeAsync(2000);
		expect(await written).toMatchObject({ fault: { code: "no_answer" } });
		expect(await board.readBack()).toEqual(image({ 1: false, 2: false }));
		const returns = board.returns;
		hid.hangs(false);
		await eventually(() => hid.relays === 1);
		await eventually(() => board.returns > returns);
	});
});

describe("what is connected", () => {
	it("is listed with its serial and its relays, or with its path where it has no serial, and nothing is written", async () => {
		const hids = [new FakeHid(), new FakeHid({ serial: "\xff\xff\xff\xff\xff" }), new FakeHid({ name: "a mouse" })];
		for (const [number, hid] of hids.entries()) kernel.plug(number, hid);
		expect(await foundBoards(kernel.hid)).toEqual([
			{
				...{ kind: "board", at: "/dev/hidraw0", name: "QMBS1" },
				likely: [{ what: "DCTTech USBRelay2", sure: true, targets: ["dcttech:QMBS1/1", "dcttech:QMBS1/2"] }],
			},
			{
				...{ kind: "board", at: "/dev/hidraw1" },
				likely: [
					{ what: "DCTTech USBRelay2", sure: true, targets: ["dcttech:/dev/hidraw1/1", "dcttech:/dev/hidraw1/2"] },
				],
			},
		]);
		expect(hids.flatMap(({ heard }) => heard)).toEqual([]);
		expect(kernel.opened).toBe(0);
	});

	it("is listed also where it may not be opened", async () => {
		kernel.plug(0, new FakeHid()).refuses = ["EACCES"];
		expect(await foundBoards(kernel.hid)).toMatchObject([
			{ at: "/dev/hidraw0", state: { kind: "unreachable", fault: { code: "no_permission" } } },
		]);
	});
});

describe("what owners reported", () => {
	// Now and then the serial reads as garbage, for one call.
	it("a damaged report is asked for again, and its relays are not believed", async () => {
		const hid = kernel.plug(0, new FakeHid());
		const board = await settled(open().board);
		hid.garbled = ["\x92AMZ1"];
		expect(await board.readBack()).toEqual(image({ 1: false, 2: false }));
		hid.garbled = ["\x92AMZ1", "\x92AMZ1"];
		expect(await board.readBack()).toBeUndefined();
		expect(board.health()).toMatchObject({ code: "crc" });
		await board.check();
		expect(board.health()).toBeUndefined();
	});

	// A report fails with a broken pipe, and other programs lose the board until everything is restarted.
	it("a stalled report is asked for again; a board that goes on stalling is opened again by itself", async () => {
		const hid = kernel.plug(0, new FakeHid());
		const board = await settled(open().board);
		hid.refuses = ["EPIPE"];
		expect(await board.write(image({ 1: true }))).toMatchObject({ kind: "done", confirmed: image({ 1: true }) });
		hid.refuses = ["EPIPE", "EPIPE"];
		expect(await board.readBack()).toBeUndefined();
		expect(await board.write(image({ 1: false }))).toMatchObject({ kind: "done", confirmed: image({ 1: false }) });
		expect(board.health()).toBeUndefined();
	});

	// A board whose serial was never set reads FF FF FF FF FF.
	it("a board without a serial is taken by its path", async () => {
		const hid = kernel.plug(0, new FakeHid({ serial: "\xff\xff\xff\xff\xff" }));
		const { board } = open("/dev/hidraw0");
		expect(await board.write(image({ 2: true }))).toMatchObject({ kind: "done" });
		expect(hid.relays).toBe(0b10);
	});

	// Boards of other makers speak another language; a mouse has the number of yesterday's board.
	test.each([
		["a board of another maker", { name: "HID 5131:2007", vendor: 0x5131 }],
		["a mouse", { name: "Microsoft Wireless Mouse", vendor: 0x045e }],
		["a hobbyist's device with the same USB ids", { name: "obdev.at Template" }],
	])("%s at that path is never written to", async (_, as) => {
		const hid = kernel.plug(0, new FakeHid(as));
		const { board } = open("/dev/hidraw0");
		expect(await board.write(image({ 1: true }))).toMatchObject({ kind: "failed", fault: { code: "missing" } });
		expect(hid.heard).toEqual([]);
	});

	it("two boards with one serial: none is switched, because it could be the wrong one", async () => {
		const both = [kernel.plug(0, new FakeHid()), kernel.plug(1, new FakeHid())];
		const { board } = open();
		const written = await board.write(image({ 1: true }));
		expect(written).toMatchObject({ fault: { code: "missing", facts: { reason: "two boards with this serial" } } });
		expect(both.flatMap(({ heard }) => heard)).toEqual([]);
	});

	it("a board that is not permitted says so, and not that it is missing", async () => {
		const hid = kernel.plug(0, new FakeHid());
		hid.refuses = Array.from({ length: 20 }, () => "EACCES");
		expect(await open().board.write(image({ 1: true }))).toMatchObject({ fault: { code: "no_permission" } });
	});
});
