import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Finding } from "#model/findings/finding.ts";
import { BesideControl, type Open } from "../../../src/app/beside/beside-control.ts";
import { finding } from "../../fakes/unworded.ts";
import { board, cleared, type Opened, opened, PLANT } from "../house.ts";

let one: Opened;
let beside: BesideControl;
/** What is waited for, and for how many seconds. */
let waits: { readonly seconds: number; readonly run: () => void }[];
beforeEach(async () => {
	board();
	one = opened(PLANT);
	await one.app.started;
	waits = [];
	beside = new BesideControl(one.app, one.tell, (seconds, run) => {
		const wait = { seconds, run };
		waits.push(wait);
		return () => {
			waits = waits.filter((other) => other !== wait);
		};
	});
});
afterEach(cleared);

/** The next try, and its end. */
const again = async () => {
	waits.pop()?.run();
	await new Promise<void>((done) => setImmediate(done));
};
const shown = async (): Promise<readonly Finding[]> => {
	await one.app.ask({ kind: "acknowledge", code: "a turn" });
	return (one.app.snapshot()?.findings ?? []).filter(({ code }) => code === "beside_failed" || code === "mine");
};
const told = () => one.codes().filter((code) => code === "view_failed").length;

describe("a part beside control", () => {
	it("that cannot be opened is told once and shown, tried again later and later, and forgotten when it can", async () => {
		let tries = 0;
		const open: Open = async () => {
			if (++tries < 9) throw Object.assign(new Error("with a secret"), { code: "EIO" });
			return { close: () => undefined };
		};
		await beside.start("watch", open);
		const seconds: number[] = [];
		while (waits.length > 0) {
			expect(await shown()).toEqual([finding("warning", "beside_failed", { part: "watch", cause: "EIO" })]);
			seconds.push(...waits.map((wait) => wait.seconds));
			await again();
		}
		expect(seconds).toEqual([10, 20, 40, 80, 160, 320, 600, 600]);
		expect([tries, await shown(), told()]).toEqual([9, [], 1]);
	});

	it("leaves nothing behind of a try that failed", async () => {
		let tries = 0;
		const turns: number[] = [];
		await beside.start("watch", async (_, broke) => {
			const nth = ++tries;
			if (nth === 1) broke(new Error("while it opens"));
			return {
				turned: () => void turns.push(nth),
				findings: () => [finding("info", "mine", { nth })],
			};
		});
		await again();
		expect(await shown()).toEqual([finding("info", "mine", { nth: 2 })]);
		expect(new Set(turns)).toEqual(new Set([2]));
	});

	it("that breaks later is closed, told, and opened again", async () => {
		const broken: ((bug: unknown) => void)[] = [];
		let closed = 0;
		await beside.start("watch", async (_, broke) => {
			broken.push(broke);
			return { close: () => void closed++ };
		});
		expect(await shown()).toEqual([]);
		broken[0]?.(new TypeError("mistake"));
		expect(await shown()).toEqual([finding("warning", "beside_failed", { part: "watch", cause: "TypeError" })]);
		expect(closed).toBe(1);
		await again();
		expect([broken.length, await shown()]).toEqual([2, []]);
		// An attempt that is over is not reported any more.
		broken[0]?.(new TypeError("mistake"));
		expect([closed, await shown()]).toEqual([1, []]);
		await beside.close();
		expect(closed).toBe(2);
	});

	// #broken-onlooker-called-again
	it("that breaks while it looks on is told once, shown for as long as it does, and called again", async () => {
		let broken = true;
		let calls = 0;
		await beside.start("watch", () => ({
			turned() {
				calls++;
				if (broken) throw new TypeError(`mistake ${calls}`);
			},
			heard() {
				throw new RangeError("in what hears of its own bug");
			},
			asked() {
				throw new RangeError("in what hears of commands");
			},
		}));
		// A turn shows what the one before it found.
		await shown();
		const failed = finding("warning", "beside_failed", { part: "watch", cause: "TypeError" });
		expect([await shown(), told()]).toEqual([[failed], 3]);
		const before = calls;
		broken = false;
		await shown();
		expect(await shown()).toEqual([finding("warning", "beside_failed", { part: "watch", cause: "RangeError" })]);
		expect(calls).toBeGreaterThan(before);
		expect(one.app.alive()).toBe(true);
		await beside.close();
		expect(await shown()).toEqual([]);
	});

	it("that fails at its end keeps no other from its own, and none is opened any more", async () => {
		let closed = false;
		await beside.start("bad", async () => ({ close: () => Promise.reject(new Error("mistake")) }));
		await beside.start("good", async () => ({
			close() {
				closed = true;
			},
		}));
		await beside.start("absent", () => Promise.reject(new Error("mistake")));
		await beside.close();
		expect([closed, waits]).toEqual([true, []]);
		let late = false;
		await beside.start("late", async () => {
			late = true;
			return undefined;
		});
		expect(late).toBe(false);
	});

	it("or a bug that none of them caught is told and shown for an hour", async () => {
		beside.uncaught(new RangeError("in a timer"));
		beside.uncaught(new RangeError("in a timer"));
		expect(await shown()).toEqual([finding("warning", "beside_failed", { part: "app", cause: "RangeError" })]);
		expect([told(), waits.map(({ seconds }) => seconds)]).toEqual([1, [3600]]);
		waits[0]?.run();
		expect(await shown()).toEqual([]);
	});
});
