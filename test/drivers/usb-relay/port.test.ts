import { chmodSync } from "node:fs";
import { afterEach, describe, expect, it, jest } from "@jest/globals";
import { eventually, settledOf, stopTimers, withoutWaiting } from "../../fakes/stopped-timers.ts";
import { aBoard, image, open, openBoard, settled, until } from "./bench.ts";

afterEach(() => {
	jest.useRealTimers();
});

describe("a board that is unplugged", () => {
	it("makes a write in progress fail at once, and every one after it", async () => {
		const board = aBoard();
		const { device } = openBoard(board);
		await settled(device, board);
		const writing = device.write(image({ 1: true, 2: true }));
		await until(() => board.heard.length > 0);
		board.unplug();
		// Had it waited for a time limit, the fault would be `no_answer`.
		expect(await writing).toMatchObject({ kind: "failed", fault: { code: "missing", facts: { device: board.path } } });
		const next = await withoutWaiting(() => device.write(image({ 1: true })));
		expect(next).toMatchObject({ kind: "failed", fault: { code: "missing" } });
		expect(await device.readBack()).toBeUndefined();
	});

	// #told-once-back-itself
	it("is told of once, is back by itself, and is not written to by itself", async () => {
		const board = aBoard();
		const { device, notices } = openBoard(board);
		await device.write(image({ 1: true }));
		board.unplug();
		await until(() => device.health());
		expect(device.health()).toEqual({ code: "missing", facts: { device: board.path, reason: "unplugged" } });
		board.take();
		board.plug();
		await until(() => device.health() === undefined);
		expect(await device.readBack()).toEqual(image({ 1: false, 2: false, 3: false, 4: false }));
		expect(new Set(board.take())).toEqual(new Set(["FF"]));
		expect(await device.write(image({ 1: true }))).toMatchObject({ kind: "done" });
		expect(notices).toEqual([
			{ level: "warning", code: "device_lost", facts: { device: board.path, fault: "missing", reason: "unplugged" } },
			{ level: "info", code: "device_back", facts: { device: board.path, fault: "missing" } },
		]);
	});

	it("is found at once where it is looked for", async () => {
		const board = aBoard();
		const { device } = openBoard(board);
		await device.readBack();
		board.unplug();
		await until(() => device.health());
		board.plug();
		board.coils[0] = true;
		device.retry?.();
		expect(await device.write(image({ 1: false, 2: false }))).toMatchObject({ kind: "done" });
		expect(board.coils[0]).toBe(false);
	});

	it("may be another one when it is back: whether it answers is asked anew", async () => {
		const board = aBoard();
		const { device } = open(board.path);
		await device.readBack();
		board.unplug();
		await until(() => device.health());
		board.temper.answers = false;
		board.plug();
		await until(() => device.health() === undefined);
		expect(await device.readBack()).toBeUndefined();
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

	// #locked-where-another-program
	it("is locked where another program has it", async () => {
		const board = aBoard();
		const { device: other } = open(board.path);
		await other.readBack();
		const { device } = open(board.path);
		expect(await device.write(image({ 1: true }))).toEqual({
			kind: "failed",
			fault: { code: "in_use", facts: { device: board.path } },
		});
	});

	// #forbidden-where-system-says
	it("is forbidden where the system says so", async () => {
		const board = aBoard();
		const nobody = process.geteuid?.() === 0;
		chmodSync(board.path, 0);
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
		await device.readBack();
		stopTimers();
		await eventually(settledOf(device.close()), "it waits for a timer");
		// A question that was under way ends with its own time limit.
		await jest.advanceTimersByTimeAsync(1000);
		jest.useRealTimers();
		expect(await device.write(image({ 1: true }))).toMatchObject({
			kind: "failed",
			fault: { code: "missing", facts: { reason: "closed" } },
		});
		expect(await openBoard(board).device.readBack()).toBeDefined();
	});

	it("is no loss worth a notice, and may be done twice, or before the port is open", async () => {
		const board = aBoard();
		const { device, notices } = open(board.path);
		await device.close();
		await device.close();
		expect(notices).toEqual([]);
		expect(await openBoard(board).device.readBack()).toBeDefined();
	});
});

describe("a board that hangs while its port can be opened", () => {
	it("is told of once, is missed until it answers, and back when it does", async () => {
		const board = aBoard();
		const { device, notices } = openBoard(board);
		await settled(device, board);
		board.stall(true);
		expect(await device.write(image({ 1: true, 2: true }))).toMatchObject({ kind: "failed" });
		// Opened and given up again twice more, without a word.
		const tries = device.returns ?? 0;
		await until(() => device.retry?.() ?? (device.returns ?? 0) >= tries + 2, 60_000);
		expect(device.health()).toMatchObject({ code: "no_answer" });
		expect(notices.map(({ code }) => code)).toEqual(["device_lost"]);
		board.stall(false);
		await until(() => device.retry?.() ?? device.health() === undefined, 60_000);
		expect(notices.map(({ code }) => code)).toEqual(["device_lost", "device_back"]);
		expect(await device.write(image({ 1: true, 2: true }))).toMatchObject({ kind: "done" });
		expect(board.coils.slice(0, 2)).toEqual([true, true]);
	});

	it("stays missed where it takes bytes and says nothing, as it answered before", async () => {
		const board = aBoard();
		const { device, notices } = open(board.path);
		await settled(device, board);
		board.stall(true);
		await device.write(image({ 1: true }));
		board.temper.answers = false;
		board.stall(false);
		const tries = device.returns ?? 0;
		await until(() => device.retry?.() ?? (device.returns ?? 0) >= tries + 2, 60_000);
		expect(device.health()).toMatchObject({ code: "no_answer" });
		expect(await device.write(image({ 1: true }))).toMatchObject({ kind: "failed" });
		expect(notices.map(({ code }) => code)).toEqual(["device_lost"]);
	});
});
