import { afterEach, expect, it, jest } from "@jest/globals";
import { ImageTurn, type Registers } from "#drivers/bus/i2c/image-turn.ts";
import type { Image } from "#drivers/driver.ts";
import { eventually, stopTimers } from "../../fakes/stopped-timers.ts";

afterEach(() => {
	jest.useRealTimers();
});

it("a bug in a look at the registers ends neither the process nor the looks after it, and images are still written", async () => {
	stopTimers();
	const image: Image = new Map([["1", true]]);
	let looks = 0;
	const registers: Registers = {
		set: async (set) => ({ kind: "done", confirmed: set }),
		present: async () => image,
		check: async () => {
			looks += 1;
			throw new TypeError("a bug");
		},
	};
	const unhandled: unknown[] = [];
	const hear = (bug: unknown) => void unhandled.push(bug);
	process.on("unhandledRejection", hear);
	const calls = new ImageTurn("card", registers);
	for (let look = 1; look <= 3; look++) {
		jest.advanceTimersByTime(2000);
		await eventually(() => looks === look);
		// Its rejection, if there is one, is reported after all promises are done.
		await new Promise((resolve) => setImmediate(resolve));
	}
	expect(await calls.write(image)).toEqual({ kind: "done", confirmed: image });
	calls.close();
	process.off("unhandledRejection", hear);
	expect(unhandled).toEqual([]);
});
