import { readdirSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { aLine, holding, image, open, until } from "../../drivers/modbus/bench.ts";
import { WaveshareBoard } from "../../fakes/modbus/boards.ts";

const CHANNELS = ["1/waveshare-1", "2/r4dcb08-1", "2/r4dcb08-2"];
const descriptors = () => readdirSync("/proc/self/fd").length;

// #a-hundred-unplugs
it("a bus that is unplugged at any moment, a hundred times, leaks nothing and is back each time", async () => {
	const board = new WaveshareBoard();
	const line = aLine({ 1: board, 2: holding([219, 220, 221, 222, 223, 224, 225, 226]) });
	const { device } = open(line.path, CHANNELS, { bus: { timeout: 50 } });
	await device.read("2/r4dcb08-1");
	let before = 0;
	let slowest = 0;
	for (let cycle = 0; cycle < 100; cycle++) {
		// Under way when the plug is pulled: a write, reads, or nothing, each at another byte.
		const calls = [
			device.write(image({ "1/waveshare-1": cycle % 2 === 0 })),
			...CHANNELS.slice(1).map((channel) => device.read(channel)),
		];
		const heard = line.heard.length;
		if (cycle % 4 > 0) await until(() => line.heard.length >= heard + (cycle % 4));
		line.unplug();
		for (const read of await Promise.all(calls.slice(1)))
			expect(read).toEqual(
				read.kind === "value"
					? { kind: "value", value: expect.any(Number) }
					: { kind: "failed", fault: expect.anything() },
			);
		await until(() => device.health() !== undefined);
		line.plug();
		const plugged = performance.now();
		device.retry?.();
		await until(async () => (await device.readBack()) !== undefined);
		slowest = Math.max(slowest, performance.now() - plugged);
		expect(device.health()).toBeUndefined();
		if (cycle === 9) before = descriptors();
	}
	expect(descriptors()).toBeLessThanOrEqual(before + 3);
	expect(device.returns).toBeGreaterThanOrEqual(100);
	expect(slowest).toBeLessThan(5000);
	const wanted = image({ "1/waveshare-1": true });
	expect(await device.write(wanted)).toMatchObject({ kind: "done", confirmed: wanted });
});
