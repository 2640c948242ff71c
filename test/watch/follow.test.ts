import { appendFileSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { follow } from "#watch/follow.ts";

let dir: string;
let path: string;
let stop: AbortController;
let heard: string[];
let states: boolean[];
let ended: Promise<void>;

const begin = (from_start = false) => {
	ended = (async () => {
		const state = (there: boolean) => states.push(there);
		for await (const line of follow(path, { signal: stop.signal, pace: 0.01, from_start, state })) heard.push(line);
	})();
	return pause(40);
};
const until = async (count: number) => {
	const deadline = performance.now() + 3000;
	while (heard.length < count && performance.now() < deadline) await pause(5);
	return heard;
};

beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), "follow-"));
	path = join(dir, "mosquitto.log");
	stop = new AbortController();
	[heard, states] = [[], []];
});
afterEach(async () => {
	stop.abort();
	await ended;
	rmSync(dir, { recursive: true });
});

describe("following a log", () => {
	test("begins with what is written from now on, and gives a line when it is whole", async () => {
		writeFileSync(path, "old\n");
		await begin();
		appendFileSync(path, "ne");
		await pause(30);
		expect(heard).toEqual([]);
		appendFileSync(path, "w\nnext\r\n");
		expect(await until(2)).toEqual(["new", "next"]);
	});

	test("tells what was before apart, down to the half of a line that was there", async () => {
		writeFileSync(path, "old\nolder\nha");
		const past: string[] = [];
		ended = (async () => {
			const before = (line: string) => past.push(line);
			for await (const line of follow(path, { signal: stop.signal, pace: 0.01, before })) heard.push(line);
		})();
		await pause(40);
		appendFileSync(path, "lf\nnew\n");
		expect(await until(2)).toEqual(["half", "new"]);
		expect(past).toEqual(["old", "older"]);
	});

	test("or from its start", async () => {
		writeFileSync(path, "old\n");
		await begin(true);
		expect(await until(1)).toEqual(["old"]);
	});

	test("goes on in the new file after a rotation, and loses nothing of the old one", async () => {
		writeFileSync(path, "");
		await begin();
		appendFileSync(path, "last\n");
		renameSync(path, `${path}.1`);
		writeFileSync(path, "first\n");
		expect(await until(2)).toEqual(["last", "first"]);
	});

	test("begins anew where the file was truncated", async () => {
		writeFileSync(path, "");
		await begin();
		appendFileSync(path, "a long line\n");
		await until(1);
		truncateSync(path);
		await pause(40);
		appendFileSync(path, "b\n");
		expect(await until(2)).toEqual(["a long line", "b"]);
	});

	test("waits for a file that is not there, and says so once", async () => {
		await begin();
		expect(states).toEqual([false]);
		writeFileSync(path, "a\n");
		expect(await until(1)).toEqual(["a"]);
		expect(states).toEqual([false, true]);
	});

	test("takes broken UTF-8 for what it is, and a character that comes in two pieces whole", async () => {
		writeFileSync(path, "");
		await begin();
		appendFileSync(path, Buffer.from([0x61, 0xff, 0x0a, 0xc3]));
		await until(1);
		appendFileSync(path, Buffer.from([0xa4, 0x0a]));
		expect(await until(2)).toEqual(["a\uFFFD", "ä"]);
	});
});
