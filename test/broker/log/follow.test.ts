import { execFileSync } from "node:child_process";
import {
	appendFileSync,
	mkdirSync,
	mkdtempSync,
	renameSync,
	rmdirSync,
	rmSync,
	symlinkSync,
	truncateSync,
	unlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Following, follow } from "#broker/log/read/follow.ts";

let dir: string;
let path: string;
let stop: AbortController;
let heard: string[];
let states: boolean[];
let ended: Promise<void>;

/** Between two looks the follower waits for `look`, so that a test knows what was seen when. */
let looked: PromiseWithResolvers<void>;
let wake: () => void;
const wait = (signal: AbortSignal) =>
	new Promise<void>((resolve) => {
		wake = resolve;
		signal.addEventListener("abort", () => resolve());
		looked.resolve();
	});
/** Follows, and comes back after the first look. */
const begin = (more: Partial<Following> = {}) => {
	looked = Promise.withResolvers();
	ended = (async () => {
		const state = (there: boolean) => states.push(there);
		for await (const line of follow(path, { signal: stop.signal, wait, state, ...more })) heard.push(line);
	})();
	return looked.promise;
};
/** One look at the file; answers all lines heard so far. */
const look = async () => {
	looked = Promise.withResolvers();
	wake();
	await looked.promise;
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
	test.each([
		["a pipe", () => execFileSync("mkfifo", [path]), () => unlinkSync(path)],
		["a folder", () => mkdirSync(path), () => rmdirSync(path)],
		["a file whose disk gives EIO", () => symlinkSync("/proc/self/mem", path), () => unlinkSync(path)],
	])("that is %s says so, goes on looking, and reads the log that comes", async (_, make, remove) => {
		make();
		await begin();
		await look();
		expect(states).toEqual([false]);
		writeFileSync(`${path}.new`, "first\n");
		remove();
		renameSync(`${path}.new`, path);
		expect(await look()).toEqual(["first"]);
		expect(states).toEqual([false, true]);
	});

	test("begins with what is written from now on, and gives a line when it is whole", async () => {
		writeFileSync(path, "old\n");
		await begin();
		appendFileSync(path, "ne");
		expect(await look()).toEqual([]);
		appendFileSync(path, "w\nnext\r\n");
		expect(await look()).toEqual(["new", "next"]);
	});

	test("tells what was before apart, down to the half of a line that was there", async () => {
		writeFileSync(path, "old\nolder\nha");
		const past: string[] = [];
		await begin({ before: (line) => past.push(line) });
		appendFileSync(path, "lf\nnew\n");
		expect(await look()).toEqual(["half", "new"]);
		expect(past).toEqual(["old", "older"]);
	});

	test("or from its start", async () => {
		writeFileSync(path, "old\n");
		await begin({ from_start: true });
		expect(heard).toEqual(["old"]);
	});

	test("goes on in the new file after a rotation, and loses nothing of the old one", async () => {
		writeFileSync(path, "");
		await begin();
		appendFileSync(path, "last\n");
		renameSync(path, `${path}.1`);
		writeFileSync(path, "first\n");
		expect(await look()).toEqual(["last", "first"]);
	});

	test("begins anew where the file was truncated", async () => {
		writeFileSync(path, "");
		await begin();
		appendFileSync(path, "a long line\n");
		await look();
		truncateSync(path);
		await look();
		appendFileSync(path, "b\n");
		expect(await look()).toEqual(["a long line", "b"]);
	});

	test("says so where its name becomes a pipe's, and reads the log that comes after that", async () => {
		writeFileSync(path, "");
		await begin();
		unlinkSync(path);
		execFileSync("mkfifo", [path]);
		await look();
		await look();
		expect(states).toEqual([true, false]);
		unlinkSync(path);
		writeFileSync(path, "a\n");
		expect(await look()).toEqual(["a"]);
		expect(states).toEqual([true, false, true]);
	});

	test.each([
		["as long as", "bb\n", ["bb"]],
		["longer than", "bb\ncc\n", ["bb", "cc"]],
	])("begins anew where it was truncated and written again, %s it was", async (_, text, lines) => {
		writeFileSync(path, "");
		await begin();
		appendFileSync(path, "aa\n");
		await look();
		writeFileSync(path, text);
		expect(await look()).toEqual(["aa", ...lines]);
		expect(await look()).toEqual(["aa", ...lines]);
	});

	test("begins anew where what was there at the start was truncated and written again", async () => {
		writeFileSync(path, "aa\n");
		await begin();
		writeFileSync(path, "bb\n");
		expect(await look()).toEqual(["bb"]);
	});

	test("waits for a file that is not there, and says so once", async () => {
		await begin();
		expect(states).toEqual([false]);
		writeFileSync(path, "a\n");
		expect(await look()).toEqual(["a"]);
		expect(states).toEqual([false, true]);
	});

	test("takes broken UTF-8 for what it is, and a character that comes in two pieces whole", async () => {
		writeFileSync(path, "");
		await begin();
		appendFileSync(path, Buffer.from([0x61, 0xff, 0x0a, 0xc3]));
		await look();
		appendFileSync(path, Buffer.from([0xa4, 0x0a]));
		expect(await look()).toEqual(["a\uFFFD", "ä"]);
	});
});
