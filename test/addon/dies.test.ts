import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { CANARY, type Installation, until } from "../e2e/installation.ts";
import { Before } from "./before.ts";
import { AT_REST, coils, controllerIn, pumps, rested, warmHouse } from "./house.ts";

describe("a controller that dies under s6", () => {
	let house: Installation;
	let before: Before;
	beforeEach(async () => {
		house = await warmHouse();
		before = new Before(house);
		house.start();
		await before.given();
	});
	afterEach(async () => {
		before.close();
		await house.close();
	});

	// The kernel ends by SIGKILL whom memory is taken from; Node ends itself by SIGABRT where its heap is full.
	it.each<[string, NodeJS.Signals]>([
		["by kill -9, as also the kernel kills where memory runs out", "SIGKILL"],
		["by SIGABRT, as Node does with a full heap", "SIGABRT"],
		["by a fault of compiled code", "SIGSEGV"],
	])("%s: its outputs go to rest, it comes again, and all is as before", async (_, signal) => {
		await before.after((pid) => process.kill(pid, signal), 60_000);
		expect(house.log).toContain("driven to rest");
		expect(house.log).not.toContain(CANARY);
		expect((await house.end("SIGTERM")).code).toBe(0);
		expect(coils(house)).toEqual(AT_REST);
	});
});

describe("a controller that dies again and again", () => {
	it("waits longer each time, with its outputs at rest, and comes again", async () => {
		const house = await warmHouse();
		try {
			house.start();
			const waited: number[] = [];
			let pid = 0;
			for (let death = 0; death < 4; death++) {
				await pumps(house);
				pid = await controllerIn(house, pid);
				house.board.take();
				const from = performance.now();
				process.kill(pid, "SIGKILL");
				await rested(house, 60_000);
				await controllerIn(house, pid);
				waited.push(performance.now() - from);
				expect(coils(house)).toEqual(AT_REST);
			}
			const [, second = 0, third = 0, fourth = 0] = waited;
			expect(second).toBeGreaterThan(2000);
			expect(third).toBeGreaterThan(5000);
			expect(fourth).toBeGreaterThan(10_000);
			await pumps(house);
			// At once after the first death.
			expect(house.log.match(/died \d times in a row, and starts again in \d+ s/g)).toEqual([
				"died 2 times in a row, and starts again in 2 s",
				"died 3 times in a row, and starts again in 5 s",
				"died 4 times in a row, and starts again in 10 s",
			]);
		} finally {
			await house.end("SIGTERM");
			await house.close();
		}
	});
});

describe("an end in good order that the container did not ask for", () => {
	it("is no crash: the outputs were at rest already, and it starts again at once", async () => {
		const house = await warmHouse();
		try {
			house.start();
			await pumps(house);
			const pid = await controllerIn(house);
			process.kill(pid, "SIGTERM");
			await until("its outputs rest", () => coils(house)[0] === false);
			await controllerIn(house, pid);
			await pumps(house);
			expect(house.log).not.toContain("driven to rest");
		} finally {
			await house.end("SIGTERM");
			await house.close();
		}
	});
});
