import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, test } from "@jest/globals";
import { LcusBoard } from "../fakes/lcus-board.ts";
import { FakeW1 } from "../fakes/w1.ts";
import { cleared, folder, until } from "./house.ts";
import { killed, type Running, started } from "./run-process.ts";

afterAll(cleared);
afterEach(killed);

const COLLECTOR = "28-0000000000c0";
const TANK = "28-0000000000a0";
/** Warm collector, real relay board: the pump is wanted. */
const house = () => {
	const w1 = new FakeW1();
	w1.set(COLLECTOR, 60);
	w1.set(TANK, 40);
	const board = new LcusBoard();
	const plant = {
		turn: 0.2,
		one_wire: { root: w1.root, pace: 1 },
		usb_relay: { gap: 5 },
		sensors: [
			{ id: "collector", role: "collector", source: `one_wire:${COLLECTOR}` },
			{ id: "tank", role: "tank", source: `one_wire:${TANK}` },
		],
		outputs: [{ id: "pump", role: "pump", target: `usb_relay:${board.path}/1`, least_run: 0, least_rest: 0 }],
	};
	return { w1, board, plant, clear: () => [w1.close(), board.close()] };
};

/** Within 5 s, by itself, with every output at rest. */
async function stopsWell(run: Running, board: LcusBoard): Promise<void> {
	const before = performance.now();
	run.child.kill("SIGTERM");
	expect(await run.ended).toEqual({ code: 0, signal: null });
	expect(performance.now() - before).toBeLessThan(5000);
	expect(board.coils[0]).toBe(false);
}

const pipe = () => {
	const path = join(folder(), "pipe");
	execFileSync("mkfifo", ["-m", "600", path]);
	return path;
};

describe("a path of the options that is no file", () => {
	const mqtt = { host: "127.0.0.1", port: 1, username: "solar", tls: true };
	const password = "long-enough-1";
	test.each<[string, (path: string) => object]>([
		["mqtt.ca", (ca) => ({ ...mqtt, password, ca })],
		["mqtt.cert and mqtt.key", (path) => ({ ...mqtt, password, cert: path, key: path })],
		["mqtt.password_file", (password_file) => ({ ...mqtt, password_file })],
	])(
		"does not stop control: %s",
		async (_, broker) => {
			for (const path of [pipe(), "/dev/zero"]) {
				const { board, plant, clear } = house();
				const where = folder();
				const options = join(where, "options.json");
				writeFileSync(options, JSON.stringify({ ...plant, mqtt: broker(path) }));
				const run = started(["--options", options, "--data", where, "--http-port", "0"], where);
				await until("the pump runs", () => board.coils[0] === true, 30_000);
				await until("it is told", () => run.said().includes(path), 30_000);
				await stopsWell(run, board);
				clear();
			}
		},
		120_000,
	);

	test.each([["the options", (path: string) => ["--options", path], (where: string) => where]])(
		"is told: %s",
		async (_, args) => {
			for (const path of [pipe(), "/dev/zero"]) {
				const where = folder();
				const run = started([...args(path), "--data", where, "--http-port", "0"], where);
				await until("it is told", () => run.said().includes(path), 30_000);
				run.child.kill("SIGTERM");
				expect(await run.ended).toEqual({ code: 0, signal: null });
			}
		},
		60_000,
	);
});

describe("a thread that hangs in a file", () => {
	it("keeps no stopped controller alive", async () => {
		const { board, plant, clear } = house();
		const where = folder();
		const options = join(where, "options.json");
		writeFileSync(options, JSON.stringify(plant));
		const preload = `data:text/javascript,import{open}from"node:fs/promises";void open(${JSON.stringify(pipe())})`;
		const run = started(["--options", options, "--data", where, "--http-port", "0"], where, ["--import", preload]);
		await until("the pump runs", () => board.coils[0] === true, 30_000);
		await stopsWell(run, board);
		clear();
	}, 60_000);
});
