import { createRequire } from "node:module";
import { afterEach, beforeAll, describe, expect, it, jest, test } from "@jest/globals";
import { backOff, LastingPort } from "#drivers/bus/serial/lasting-port.ts";
import { type Opened, type OpenPort, openSerialPort, serialFault } from "#drivers/bus/serial/port.ts";
import type { Fault } from "#model/plant/fault.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { openPty, type Pty } from "../../fakes/pty.ts";
import { settledOf, stopTimers } from "../../fakes/stopped-timers.ts";

// Loading the native part is no part of what is timed here.
beforeAll(() => import("serialport"));

const toClose: (() => unknown)[] = [];
afterEach(async () => {
	jest.useRealTimers();
	for (const close of toClose.splice(0).reverse()) await close();
});
const cable = () => {
	const pty = openPty();
	toClose.push(() => pty.close());
	return pty;
};
const port = (opened: Opened): OpenPort => {
	if (opened.kind === "failed") throw new Error(`Did not open: ${opened.fault.code}`);
	toClose.push(() => opened.port.close());
	return opened.port;
};
const openOn = async (pty: Pty) => {
	const heard: number[] = [];
	const losses: Fault[] = [];
	const opened = await openSerialPort(
		{ path: pty.path, baudRate: 9600 },
		{ data: (bytes) => void heard.push(...bytes), closed: (why) => void losses.push(why) },
	);
	return { port: port(opened), heard, losses };
};
const until = async (so: () => unknown) => {
	const end = performance.now() + 60_000;
	while (!so()) {
		if (performance.now() > end) throw new Error("It never came to be so");
		await new Promise((resolve) => setImmediate(resolve));
	}
};
/** Only the timers are ours. */
const REAL = ["nextTick", "setImmediate", "queueMicrotask", "performance", "Date", "hrtime"] as const;
const EVERY_BYTE = Array.from({ length: 256 }, (_, i) => i);

describe("an open port", () => {
	it("carries every byte both ways as it is", async () => {
		const pty = cable();
		const arrived: number[] = [];
		pty.onData((bytes) => void arrived.push(...bytes));
		const { port, heard } = await openOn(pty);
		expect(await port.write(Uint8Array.from(EVERY_BYTE))).toBeUndefined();
		pty.write(Uint8Array.from(EVERY_BYTE));
		await until(() => arrived.length === 256 && heard.length === 256);
		expect(arrived).toEqual(EVERY_BYTE);
		expect(heard).toEqual(EVERY_BYTE);
	});

	it("gives everything that the kernel has received before it counts as settled", async () => {
		const pty = cable();
		const { port, heard } = await openOn(pty);
		for (let nth = 1; nth <= 50; nth++) {
			// A part may have been read when the rest comes.
			pty.write(Uint8Array.from(EVERY_BYTE.slice(0, nth)));
			if (nth % 2 === 0) await new Promise((resolve) => setImmediate(resolve));
			pty.write(Uint8Array.from(EVERY_BYTE.slice(nth)));
			expect(await port.settle?.()).toBeUndefined();
			expect(heard.splice(0)).toEqual(EVERY_BYTE);
		}
		expect(await port.settle?.()).toBeUndefined();
	});

	it("that was closed does not settle", async () => {
		const pty = cable();
		const { port } = await openOn(pty);
		await port.close();
		expect(await port.settle?.()).toEqual({ code: "missing", facts: { device: pty.path } });
	});

	it("that is unplugged says so once, and takes no more bytes", async () => {
		const pty = cable();
		const { port, losses } = await openOn(pty);
		pty.unplug();
		await until(() => losses.length > 0);
		expect(losses).toEqual([{ code: "missing", facts: { device: pty.path, reason: "unplugged" } }]);
		expect(port.isOpen).toBe(false);
		expect(await port.write(Uint8Array.of(1))).toEqual({ code: "missing", facts: { device: pty.path } });
	});

	it("that is unplugged in the middle of a read is found out within a second", async () => {
		jest.useFakeTimers({ doNotFake: [...REAL] });
		const pty = cable();
		const { port, losses } = await openOn(pty);
		pty.unplug();
		await new Promise((resolve) => setImmediate(resolve));
		await jest.advanceTimersByTimeAsync(1000);
		await until(() => losses.length > 0);
		expect(losses).toEqual([{ code: "missing", facts: { device: pty.path, reason: "unplugged" } }]);
		expect(port.isOpen).toBe(false);
	});

	it("is still open after the pulse has been felt", async () => {
		jest.useFakeTimers({ doNotFake: [...REAL] });
		const { port, losses } = await openOn(cable());
		await jest.advanceTimersByTimeAsync(3000);
		expect(await port.write(Uint8Array.of(1))).toBeUndefined();
		expect(losses).toEqual([]);
	});

	it("fails a write that the adapter does not take within 0.3 seconds", async () => {
		const pty = cable();
		const { port } = await openOn(pty);
		// Nothing reads at the other end, and the kernel buffers only some kilobytes.
		stopTimers();
		const writing = port.write(new Uint8Array(100_000));
		const given = settledOf(writing);
		await jest.advanceTimersByTimeAsync(299);
		expect(given()).toBe(false);
		await jest.advanceTimersByTimeAsync(1);
		expect(given()).toBe(true);
		expect(await writing).toEqual({ code: "no_answer", facts: { device: pty.path, reason: "write" } });
		const closed = settledOf(port.close());
		await jest.advanceTimersByTimeAsync(400);
		expect(closed()).toBe(true);
	});

	it("that is closed on purpose is no loss", async () => {
		const { port, losses } = await openOn(cable());
		await port.close();
		await port.close();
		expect(port.isOpen).toBe(false);
		expect(losses).toEqual([]);
	});

	it("is locked for everyone else", async () => {
		const pty = cable();
		await openOn(pty);
		const second = await openSerialPort({ path: pty.path, baudRate: 9600 }, { data: () => {}, closed: () => {} });
		expect(second).toEqual({ kind: "failed", fault: { code: "in_use", facts: { device: pty.path } } });
	});
});

describe("a port that was opened and then failed", () => {
	/** The step after the lock: the event loop is asked to watch the descriptor. */
	const unwatched = () => {
		const poller = createRequire(import.meta.url)("@serialport/bindings-cpp/dist/poller.js");
		const spoilt = jest.spyOn(poller, "Poller").mockImplementation(() => {
			throw new Error("i/o error");
		});
		toClose.push(() => spoilt.mockRestore());
		return spoilt;
	};
	const opening = ({ path }: Pty) => openSerialPort({ path, baudRate: 9600 }, { data: () => {}, closed: () => {} });

	it("is not kept locked: the next attempt has it", async () => {
		const pty = cable();
		const spoilt = unwatched();
		expect(await opening(pty)).toMatchObject({ kind: "failed", fault: { code: "bus" } });
		expect(spoilt).toHaveBeenCalledTimes(1);
		spoilt.mockRestore();
		await openOn(pty);
	});

	it("costs no port that is open, and not the one that opens beside it", async () => {
		const [held, pty] = [cable(), cable()];
		const { port, losses } = await openOn(held);
		const spoilt = unwatched();
		const both = await Promise.all([opening(pty), opening(cable()), opening(held)]);
		expect(both.map((one) => one.kind === "failed" && one.fault.code)).toEqual(["bus", "bus", "in_use"]);
		spoilt.mockRestore();
		expect(await port.write(Uint8Array.of(1))).toBeUndefined();
		expect(losses).toEqual([]);
		await openOn(pty);
	});
});

test.each([
	["Error: No such file or directory, cannot open /dev/ttyUSB0", "missing"],
	["Error: No such device or address, cannot open /dev/ttyUSB0", "missing"],
	["Error: Not a directory, cannot open /dev/ttyUSB0/1", "missing"],
	["EIO: i/o error, write", "missing"],
	["EBADF: bad file descriptor, read", "missing"],
	["Error: Permission denied, cannot open /dev/ttyUSB0", "no_permission"],
	["Error: Operation not permitted, cannot open /dev/ttyUSB0", "no_permission"],
	["Error Resource temporarily unavailable Cannot lock port", "in_use"],
	["Error: Device or resource busy, cannot open /dev/ttyUSB0", "in_use"],
	["Error: Inappropriate ioctl for device setting custom baud rate of 9600", "bus"],
])("the error %j is the fault %s", (said, code) => {
	expect(serialFault(new Error(said), "/dev/ttyUSB0")).toMatchObject({ code, facts: { device: "/dev/ttyUSB0" } });
});

test("after failures a port is tried again in 1, 2 and then every 4 seconds, however long it was gone", () => {
	expect([0, 1, 2, 3, 4, 5, 6, 60].map(backOff)).toEqual([1, 2, 4, 4, 4, 4, 4, 4]);
});

describe("a port that is opened again and again", () => {
	const slow = () => jest.useFakeTimers({ doNotFake: [...REAL] });
	const lasting = (path: string) => {
		const notices: Notice[] = [];
		let openings = 0;
		const port = new LastingPort(
			{ path, baudRate: 9600 },
			{ data: () => {}, opened: () => void openings++, tell: (notice) => void notices.push(notice) },
		);
		toClose.push(() => port.close());
		return { port, notices, openings: () => openings };
	};

	it("is tried after the back-off, and not before", async () => {
		slow();
		const pty = cable();
		pty.unplug();
		const { port, notices } = lasting(pty.path);
		await port.ready();
		for (const wait of [1, 2, 4, 4, 4]) {
			const before = port.fault;
			await jest.advanceTimersByTimeAsync(wait * 1000 - 1);
			expect(port.fault).toBe(before);
			await jest.advanceTimersByTimeAsync(1);
			await until(() => port.fault !== before);
		}
		expect(notices).toHaveLength(1);
		// Nothing is left that would try again, or keep the process alive.
		await port.close();
		expect(jest.getTimerCount()).toBe(0);
	});

	it("is opened anew when its owner gives it up", async () => {
		slow();
		const { port, notices, openings } = lasting(cable().path);
		const open = await port.ready();
		expect(openings()).toBe(1);
		if (open) port.drop(open, { code: "no_answer", facts: { reason: "write" } });
		// The same port is given up once, however often its owner says so.
		if (open) port.drop(open, { code: "no_answer", facts: { reason: "write" } });
		expect(port.fault).toMatchObject({ code: "no_answer" });
		await jest.advanceTimersByTimeAsync(1000);
		await until(() => openings() === 2);
		// It opens again while its adapter may still hang.
		expect(port.fault).toMatchObject({ code: "no_answer" });
		expect(notices.map(({ code }) => code)).toEqual(["device_lost"]);
		if (open) port.proven(open);
		expect(port.fault).toMatchObject({ code: "no_answer" });
		const anew = await port.ready();
		if (anew) port.proven(anew);
		expect(port.fault).toBeUndefined();
		expect(notices.map(({ code }) => code)).toEqual(["device_lost", "device_back"]);
	});

	it("that hangs in the kernel holds two file threads, however often it is tried, and opens once they let go", async () => {
		slow();
		const { SerialPort } = await import("serialport");
		const answer = Promise.withResolvers<never>();
		const open = jest.spyOn(SerialPort.binding, "open").mockImplementation(() => answer.promise);
		toClose.push(() => open.mockRestore());
		const { port, openings } = lasting(cable().path);
		await until(() => open.mock.calls.length > 0);
		await jest.advanceTimersByTimeAsync(300_000);
		expect([open.mock.calls.length, port.fault?.code]).toEqual([2, "no_answer"]);
		open.mockRestore();
		answer.reject(new Error("Device or resource busy"));
		// When the attempt that hung is over is seen between two of the later ones.
		for (let waited = 0; waited < 300 && openings() === 0; waited += 1) {
			await jest.advanceTimersByTimeAsync(1000);
			await port.ready();
		}
		expect(openings()).toBe(1);
		const opened = await port.ready();
		if (opened) port.proven(opened);
		expect(port.fault).toBeUndefined();
	});

	it("that hung once is opened by the next attempt, while the first still hangs", async () => {
		slow();
		const { SerialPort } = await import("serialport");
		const hung = Promise.withResolvers<never>();
		const open = jest.spyOn(SerialPort.binding, "open").mockImplementationOnce(() => hung.promise);
		toClose.push(() => open.mockRestore());
		toClose.push(() => hung.reject(new Error("over")));
		const { port, notices, openings } = lasting(cable().path);
		for (let waited = 0; waited < 30 && openings() === 0; waited += 1) {
			await jest.advanceTimersByTimeAsync(1000);
			await port.ready();
		}
		const opened = await port.ready();
		if (opened) port.proven(opened);
		expect(notices.map(({ code }) => code)).toEqual(["device_lost", "device_back"]);
	});

	it("is tried at once where its owner asks for it, and the attempt that it waited for does not come as well", async () => {
		slow();
		const pty = cable();
		const { port, openings } = lasting(pty.path);
		const open = await port.ready();
		if (open) port.drop(open, { code: "no_answer", facts: { reason: "write" } });
		port.retry();
		port.retry();
		await port.ready();
		expect(openings()).toBe(2);
		await jest.advanceTimersByTimeAsync(60_000);
		expect(openings()).toBe(2);
		await port.close();
		port.retry();
		expect(jest.getTimerCount()).toBe(0);
	});

	it("closes what it opens too late", async () => {
		const pty = cable();
		const { port, openings } = lasting(pty.path);
		await port.close();
		expect(openings()).toBe(0);
		await openOn(pty);
	});
});
