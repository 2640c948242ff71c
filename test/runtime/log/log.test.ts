import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, jest, test } from "@jest/globals";
import type { Tell } from "#model/sentences/notice.ts";
import { createLog, type LogOptions } from "#runtime/log/log.ts";
import { LEVELS } from "#runtime/log/log-line.ts";
import { redactor } from "#runtime/log/redact.ts";
import { notice } from "../../fakes/unworded.ts";

const NOON = new Date(2026, 6, 1, 12, 0, 0);

function paper() {
	let text = "";
	const waiting = new Set<() => void>();
	const lines = () => text.split("\n").slice(0, -1);
	const out = new Writable({
		decodeStrings: false,
		write(chunk, _, done) {
			text += chunk;
			done();
			for (const look of waiting) look();
		},
	});
	/** Comes back when so many lines are written. */
	const written = (count: number) =>
		new Promise<void>((resolve) => {
			const look = () => lines().length >= count && waiting.delete(look) && resolve();
			waiting.add(look);
			look();
		});
	return { out, lines, written };
}
const logging = (changes: Partial<LogOptions> = {}) => {
	const { out, lines, written } = paper();
	const options = { level: "info", json: false, out, redact: redactor(() => ["canary"]), date: () => NOON } as const;
	return { ...createLog({ ...options, ...changes }), lines, written };
};
const objects = (lines: readonly string[]) => lines.map((line) => JSON.parse(line));

describe("a line for people", () => {
	test.each([
		[notice("info", "pump_on", { text: "pump on: 8.2 K", gain: 8.2 }), "2026-07-01 12:00:00 INFO  pump on: 8.2 K"],
		[
			notice("warning", "sensor_lost", { id: "tank", tries: 3 }),
			"2026-07-01 12:00:00 WARN  sensor_lost id=tank tries=3",
		],
		[
			notice("error", "odd", { a: "two words", b: 'q"', c: "" }),
			'2026-07-01 12:00:00 ERROR odd a="two words" b="q\\"" c=""',
		],
		[notice("info", "forged", { text: "a\n2026 ERROR b\r\u001b[31m\u2028" }), "2026-07-01 12:00:00 INFO  forged"],
		[notice("info", "bare"), "2026-07-01 12:00:00 INFO  bare"],
	])("of %j is %s", async (said, line) => {
		const log = logging();
		log.tell(said);
		await log.close();
		expect(log.lines()).toHaveLength(1);
		expect(log.lines()[0]).toBe(
			said.code === "forged" ? "2026-07-01 12:00:00 INFO  a\\n2026 ERROR b\\r\\x1b[31m\\x2028" : line,
		);
	});

	it("takes its sentence from the texts where there is one, else code and facts", async () => {
		const log = logging({
			say: ({ code, facts }) => (code === "pump_on" ? `Pumpen går: ${facts["gain"]} K` : undefined),
		});
		log.tell(notice("info", "pump_on", { gain: 8 }));
		log.tell(notice("info", "pump_off", { gain: 3 }));
		await log.close();
		expect(log.lines().map((line) => line.slice(26))).toEqual(["Pumpen går: 8 K", "pump_off gain=3"]);
	});
});

describe("a line for machines", () => {
	it("is one JSON object with time, level, code, message and facts", async () => {
		const log = logging({ json: true });
		log.tell(notice("warning", "sensor_lost", { id: "tank", level: 3, text: "lost\nit" }));
		await log.close();
		expect(objects(log.lines())).toEqual([
			{
				time: NOON.toISOString(),
				level: "warning",
				code: "sensor_lost",
				message: "lost\nit",
				facts: { id: "tank", level: 3 },
			},
		]);
	});
});

describe("levels", () => {
	test.each(LEVELS)("%s leaves out what is finer", async (level) => {
		const log = logging({ level, json: true });
		for (const each of LEVELS) log.tell({ level: each, code: each, facts: {} });
		await log.close();
		expect(objects(log.lines()).map((o) => o.code)).toEqual(LEVELS.slice(0, LEVELS.indexOf(level) + 1));
	});
});

describe("secrets", () => {
	test.each([true, false])("reach no line (JSON: %s)", async (json) => {
		const log = logging({ json, say: ({ code }) => (code === "said" ? "the canary sings" : undefined) });
		log.tell(notice("info", "a", { text: "login canary refused" }));
		log.tell(notice("info", "b", { url: "mqtt://solar:hunter2@host", password: "hunter2", canary: true }));
		log.tell(notice("info", "said"));
		log.tell(notice("info", "canary"));
		await log.close();
		expect(log.lines()).toHaveLength(4);
		expect(log.lines().join()).not.toMatch(/canary|hunter2/);
	});
});

describe("lines told before winston is there", () => {
	it("come first, in order, and nothing is lost at the end", async () => {
		const log = logging({ json: true });
		const tell: Tell = log.tell;
		for (let n = 0; n < 100; n++) tell(notice("info", "early", { n }));
		expect(log.lines()).toEqual([]);
		await log.written(100);
		for (let n = 100; n < 2000; n++) tell(notice("info", "late", { n }));
		await log.close();
		expect(objects(log.lines()).map((o) => o.facts.n)).toEqual(Array.from({ length: 2000 }, (_, n) => n));
	});

	it("wait for the first turn, so that it need not wait for winston", async () => {
		const turn = Promise.withResolvers<void>();
		const log = logging({ after: turn.promise });
		log.tell(notice("info", "early"));
		// Another log, begun later, that waits for nothing: once it writes, this one would have written too.
		const other = logging();
		other.tell(notice("info", "late"));
		await other.written(1);
		await other.close();
		expect(log.lines()).toEqual([]);
		turn.reject(new Error("the first turn failed"));
		await log.written(1);
		expect(log.lines()).toHaveLength(1);
		await log.close();
		const never = logging({ after: new Promise(() => {}) });
		never.tell(notice("info", "early"));
		await never.close();
		expect(never.lines()).toHaveLength(1);
	});

	it("are written even if the end comes at once; later ones are not, and the end may come twice", async () => {
		const log = logging();
		log.tell(notice("info", "only"));
		const closing = log.close();
		log.tell(notice("info", "too_late"));
		await Promise.all([closing, log.close()]);
		expect(log.lines()).toEqual(["2026-07-01 12:00:00 INFO  only"]);
	});
});

describe("a log that cannot be written", () => {
	it("stops nobody", async () => {
		const out = new Writable({ write: (_chunk, _encoding, done) => done(new Error("EPIPE")) });
		const log = createLog({ level: "info", json: false, out, redact: redactor(() => []), date: () => NOON });
		const destroyed = new Promise((done) => out.once("close", done));
		log.tell(notice("info", "a"));
		await destroyed;
		log.tell(notice("info", "b"));
		await log.close();
		expect(out.destroyed).toBe(true);
	});

	it("waits at the end for a slow reader", async () => {
		let got = "";
		const out = new Writable({
			highWaterMark: 1,
			decodeStrings: false,
			write(chunk, _, done) {
				setImmediate(() => {
					got += chunk;
					done();
				});
			},
		});
		const log = createLog({ level: "info", json: false, out, redact: redactor(() => []), date: () => NOON });
		for (let n = 0; n < 40; n++) log.tell(notice("info", `n${n}`));
		await log.close();
		expect(got.split("\n")).toHaveLength(41);
	});
});

describe("the same line within a minute", () => {
	beforeEach(() => {
		jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] });
	});
	afterEach(() => {
		jest.useRealTimers();
	});
	const lost = notice("warning", "sensor_lost", { id: "tank" });

	it("is said once, then counted and summed up; other facts are another line", async () => {
		const log = logging();
		for (let n = 0; n < 13; n++) log.tell({ ...lost, facts: { ...lost.facts } });
		log.tell(notice("warning", "sensor_lost", { id: "collector" }));
		jest.advanceTimersByTime(59_999);
		log.tell(lost);
		jest.advanceTimersByTime(1);
		await log.close();
		expect(log.lines().map((line) => line.slice(20))).toEqual([
			"WARN  sensor_lost id=tank",
			"WARN  sensor_lost id=collector",
			"WARN  sensor_lost id=tank ×13",
		]);
	});

	it("that keeps coming is one line a minute, and a new line after a quiet minute", async () => {
		const log = logging({ json: true });
		for (let n = 0; n < 180; n++) {
			log.tell(lost);
			jest.advanceTimersByTime(1000);
		}
		jest.advanceTimersByTime(60_000);
		log.tell(lost);
		await log.close();
		expect(objects(log.lines()).map((o) => [o.repeated, o.within_s])).toEqual([
			[undefined, undefined],
			[59, 60],
			[60, 60],
			[60, 60],
			[undefined, undefined],
		]);
	});

	it("is summed up at the end, and leaves no timer behind", async () => {
		const log = logging();
		log.tell(lost);
		log.tell(lost);
		await log.close();
		expect(log.lines().map((line) => line.slice(20))).toEqual([
			"WARN  sensor_lost id=tank",
			"WARN  sensor_lost id=tank ×1",
		]);
		expect(jest.getTimerCount()).toBe(0);
	});
});
