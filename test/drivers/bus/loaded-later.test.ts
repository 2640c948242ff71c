import { describe, expect, it, jest } from "@jest/globals";
import { loadedLater } from "#drivers/bus/loaded-later.ts";
import type { Device } from "#drivers/driver.ts";
import { fault } from "#model/plant/fault.ts";
import { celsius, seconds } from "#model/quantities/units.ts";

const DECLARED = { identity: "a board", pace: seconds(10), verify: "none", onCrash: "holds" } as const;

function board(closed = () => undefined): Device {
	return {
		...DECLARED,
		identity: "a board, version 3",
		paces: new Map([["2", seconds(60)]]),
		verify: "readback",
		returns: 2,
		read: async (channel) => ({ kind: "value", value: celsius(Number(channel)) }),
		write: async (image) => ({ kind: "done", confirmed: image }),
		readBack: async () => new Map([["1", true]]),
		health: () => fault("no_answer"),
		close: async () => closed(),
	};
}

describe("a device whose code is loaded when it is opened", () => {
	it("says what is declared, until the device itself can tell", async () => {
		const { promise, resolve } = Promise.withResolvers<Device>();
		const device = loadedLater(DECLARED, () => promise);
		expect(device).toMatchObject({ ...DECLARED, returns: 0 });
		expect(device.health()).toBeUndefined();
		const read = device.read("7");
		resolve(board());
		expect(await read).toEqual({ kind: "value", value: 7 });
		expect(device).toMatchObject({ identity: "a board, version 3", verify: "readback", returns: 2 });
		expect(device.paces?.get("2")).toBe(60);
		expect(device.health()).toEqual(fault("no_answer"));
		expect(await device.write(new Map([["1", true]]))).toEqual({ kind: "done", confirmed: new Map([["1", true]]) });
		expect(await device.readBack()).toEqual(new Map([["1", true]]));
	});

	it("whose code cannot be loaded is a lost device that says why", async () => {
		const device = loadedLater(DECLARED, () => Promise.reject(new Error("no such package")));
		const why = fault("bus", { device: "a board", reason: "Error: no such package" });
		expect(await device.read("1")).toEqual({ kind: "failed", fault: why });
		expect(await device.write(new Map())).toEqual({ kind: "failed", fault: why });
		expect(await device.readBack()).toBeUndefined();
		expect(device.health()).toEqual(why);
		await device.close();
	});

	it("whose code hangs fails each call in time, and what it opens later is closed", async () => {
		jest.useFakeTimers();
		try {
			const closed = jest.fn<() => undefined>();
			const { promise, resolve } = Promise.withResolvers<Device>();
			const device = loadedLater(DECLARED, () => promise);
			const read = device.read("1");
			await jest.advanceTimersByTimeAsync(1000);
			expect(await read).toMatchObject({ kind: "failed", fault: { code: "no_answer", facts: { reason: "load" } } });
			const ended = device.close();
			await jest.advanceTimersByTimeAsync(80);
			await ended;
			expect(closed).not.toHaveBeenCalled();
			resolve(board(closed));
			await jest.advanceTimersByTimeAsync(0);
			expect(closed).toHaveBeenCalledTimes(1);
			expect(await device.read("1")).toMatchObject({ kind: "failed", fault: { code: "missing" } });
		} finally {
			jest.useRealTimers();
		}
	});
});
