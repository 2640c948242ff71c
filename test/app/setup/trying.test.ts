import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { fault } from "#model/plant/fault.ts";
import { seconds } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { JOURNAL_FILE, journalIn } from "../../../src/app/setup/trial/journal.ts";
import { TRIED_FOR, Trying } from "../../../src/app/setup/trial/trying.ts";
import { FakeDevice } from "../../runtime/fake-device.ts";
import { HandTime, settled } from "../../runtime/hand-time.ts";

let folder: string;
let time: HandTime;
let board: FakeDevice;
let told: Notice[];
let opened: number;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "solar-try-"));
	time = new HandTime();
	board = new FakeDevice({ coils: { 1: false } });
	told = [];
	opened = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const trying = () =>
	new Trying({
		tell: (said) => void told.push(said),
		journal: journalIn(folder),
		changed: () => undefined,
		now: time.now,
		after(ms, run) {
			const stop = new AbortController();
			void time.pause(seconds(ms / 1000), stop.signal).then(() => stop.signal.aborted || run());
			return () => stop.abort();
		},
	});
const ONE = {
	target: "usb_relay:/dev/ttyUSB0/1",
	channel: "1",
	sets: "switch" as const,
	open() {
		opened += 1;
		board.closed = false;
		return board;
	},
};
const isOn = () => board.relays.get("1");
const noted = () => existsSync(join(folder, JOURNAL_FILE));

describe("trying an output", () => {
	it("switches it on and, after ten seconds, off by itself, and closes its board", async () => {
		const tries = trying();
		await tries.start(ONE, "anna");
		expect(tries.trial).toMatchObject({ state: "on", left: TRIED_FOR, confirmed: true, target: ONE.target });
		await time.pass(TRIED_FOR - 0.1);
		expect([isOn(), Math.round((tries.trial?.left ?? 0) * 10)]).toEqual([true, 1]);
		await time.pass(0.2);
		expect([isOn(), board.closed, tries.trial?.state, tries.isOn]).toEqual([false, true, "off", false]);
		expect(told.map(({ code, facts }) => [code, facts["actor"]])).toEqual([
			["output_tried", "anna"],
			["output_tried_off", undefined],
		]);
	});

	it("is noted on the disk while it is on, before it is switched on", async () => {
		const tries = trying();
		board.beforeWrite = async () => expect(noted()).toBe(true);
		await tries.start(ONE, "anna");
		expect(journalIn(folder).left()).toBe(ONE.target);
		await time.pass(TRIED_FOR);
		expect(noted()).toBe(false);
	});

	it("switches nothing on that cannot be noted", async () => {
		writeFileSync(join(folder, "file"), "");
		folder = join(folder, "file");
		expect(await trying().start(ONE, "anna")).toMatch(/^E/);
		expect([isOn(), opened]).toEqual([false, 0]);
		folder = join(folder, "..");
	});

	it("switches on one at a time", async () => {
		const tries = trying();
		await tries.start(ONE, "anna");
		await tries.start({ ...ONE, target: "another", channel: "2" }, "anna");
		expect([opened, board.relays.get("2"), tries.trial?.target]).toEqual([1, undefined, ONE.target]);
		await tries.stop();
	});

	it("goes off when it is stopped, and when the app ends", async () => {
		const tries = trying();
		await tries.start(ONE, "anna");
		await tries.stop();
		expect([isOn(), tries.trial?.state]).toEqual([false, "off"]);
		await tries.start(ONE, "anna");
		expect(isOn()).toBe(true);
		await tries.close();
		expect([isOn(), time.waiting]).toEqual([false, 0]);
		await tries.start(ONE, "anna");
		expect(isOn()).toBe(false);
	});

	it("is over, and another one may be tried, though its board has a bug or hangs when it is closed", async () => {
		const tries = trying();
		for (const close of [() => Promise.reject(new Error("a bug")), () => new Promise<void>(() => undefined)]) {
			board.close = close;
			await tries.start(ONE, "anna");
			const stopped = tries.stop();
			await settled();
			await time.pass(60);
			await stopped;
			expect([isOn(), tries.trial?.state, tries.isOn, noted()]).toEqual([false, "off", false, false]);
		}
	});

	it("is told of and tried again where its board has a bug when it is to go off", async () => {
		const tries = trying();
		await tries.start(ONE, "anna");
		board.beforeWrite = () => Promise.reject(new Error("a bug"));
		await time.pass(TRIED_FOR + 60);
		await settled();
		expect([isOn(), tries.trial?.state, noted(), told.at(-1)?.code]).toEqual([
			true,
			"stuck",
			true,
			"output_tried_stuck",
		]);
		board.beforeWrite = async () => undefined;
		await tries.stop();
		expect([isOn(), tries.trial?.state, noted()]).toEqual([false, "off", false]);
	});

	it("goes off when the app ends while it is being switched on", async () => {
		const tries = trying();
		const write = Promise.withResolvers<void>();
		board.beforeWrite = () => write.promise;
		const started = tries.start(ONE, "anna");
		await settled();
		const closed = tries.close();
		write.resolve();
		await Promise.all([started, closed]);
		expect(isOn()).toBe(false);
	});

	it("goes off once when it is stopped twice while it is being switched on", async () => {
		const tries = trying();
		const write = Promise.withResolvers<void>();
		board.beforeWrite = () => write.promise;
		const started = tries.start(ONE, "anna");
		await settled();
		const stopped = [tries.stop(), tries.stop()];
		write.resolve();
		await Promise.all([started, ...stopped]);
		expect(board.told.filter(({ image }) => image === "1=off")).toHaveLength(1);
		expect(told.filter(({ code }) => code === "output_tried_off")).toHaveLength(1);
	});

	it("can be ended though it could not be noted", async () => {
		writeFileSync(join(folder, "file"), "");
		folder = join(folder, "file");
		const tries = trying();
		const started = tries.start(ONE, "anna");
		await Promise.all([expect(started).resolves.toMatch(/^E/), expect(tries.close()).resolves.toBeUndefined()]);
		folder = join(folder, "..");
	});

	it("says so when it could not be switched on, and switches it off all the same", async () => {
		const tries = trying();
		board.refuses = fault("no_answer");
		const started = tries.start(ONE, "anna");
		await settled();
		board.refuses = undefined;
		await time.pass(1);
		await started;
		expect(tries.trial).toMatchObject({ state: "failed", fault: { code: "no_answer" } });
		expect(board.told.at(-1)?.image).toBe("1=off");
		expect([tries.isOn, board.closed, noted()]).toEqual([false, true, false]);
	});

	it("tries again to switch it off, and says so when it does not go off", async () => {
		const tries = trying();
		await tries.start(ONE, "anna");
		board.stuck = ["1"];
		await time.pass(TRIED_FOR + 5);
		expect(board.told.filter(({ image }) => image === "1=off")).toHaveLength(5);
		expect(tries.trial).toMatchObject({ state: "stuck", fault: { code: "not_verified" } });
		expect(told.at(-1)).toMatchObject({ code: "output_tried_stuck", level: "error" });
		// Nothing else is tried meanwhile, and after a crash it is switched off again.
		expect([tries.isOn, noted()]).toEqual([true, true]);
		board.stuck = [];
		await tries.stop();
		expect([isOn(), tries.isOn, noted(), tries.trial?.state]).toEqual([false, false, false, "off"]);
	});

	it("forgets one that did not go off when a person says that it has no power, and none that is on", async () => {
		const tries = trying();
		await tries.start(ONE, "anna");
		tries.forget();
		expect(tries.trial?.state).toBe("on");
		board.stuck = ["1"];
		await time.pass(TRIED_FOR + 5);
		tries.forget();
		expect([tries.trial, tries.isOn, noted()]).toEqual([undefined, false, false]);
	});

	it("believes a board that cannot tell, and says that it does", async () => {
		board = new FakeDevice({ reads: false });
		const tries = trying();
		await tries.start(ONE, "anna");
		expect(tries.trial).toMatchObject({ state: "on", confirmed: false });
		await time.pass(TRIED_FOR);
		expect(isOn()).toBe(false);
	});
});

describe("trying an output beyond the broker", () => {
	/** Says later what became of a command, as a device in a network does. */
	const distant = (answer: boolean | "nothing") => {
		let wanted = false;
		const is = () => (answer === "nothing" ? false : answer && wanted);
		return Object.assign(board, {
			write: async (image: ReadonlyMap<string, unknown>) => {
				wanted = image.get("1") === true;
				return { kind: "done", confirmed: new Map([["1", !wanted]]), awaited: new Set(["1"]) };
			},
			deadMan: {
				after: seconds(60),
				settled: async () => ({
					kind: "done",
					confirmed: new Map([["1", is()]]),
					awaited: answer === "nothing" ? new Set(["1"]) : new Set(),
				}),
			},
		});
	};

	it("waits for its answer", async () => {
		distant(true);
		const tries = trying();
		await tries.start(ONE, "anna");
		expect(tries.trial).toMatchObject({ state: "on", confirmed: true });
		await time.pass(TRIED_FOR);
		expect(tries.trial?.state).toBe("off");
	});

	it("believes that it is on while no answer has come, and goes off all the same", async () => {
		distant("nothing");
		const tries = trying();
		await tries.start(ONE, "anna");
		expect(tries.trial).toMatchObject({ state: "on", confirmed: false });
		await time.pass(TRIED_FOR);
		expect(tries.trial?.state).toBe("off");
	});
});
