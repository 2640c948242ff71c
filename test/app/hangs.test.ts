import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, test } from "@jest/globals";
import { seconds } from "#model/quantities/units.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { LcusBoard } from "../fakes/lcus-board.ts";
import { freePort } from "../fakes/mosquitto.ts";
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

/** By itself, with every output at rest: what hangs would hang for ever. */
async function stopsWell(run: Running, board: LcusBoard): Promise<void> {
	run.child.kill("SIGTERM");
	expect(await run.ended).toEqual({ code: 0, signal: null });
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
				await until("the pump runs", () => board.coils[0] === true);
				await until("it is told", () => run.said().includes(path));
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
				await until("it is told", () => run.said().includes(path));
				run.child.kill("SIGTERM");
				expect(await run.ended).toEqual({ code: 0, signal: null });
			}
		},
		60_000,
	);
});

describe("fourteen of fifteen sensors that hang", () => {
	it("cost neither the fifteenth, nor the health check, nor a name, nor a stop", async () => {
		const { w1, board, plant, clear } = house();
		const ids = Array.from({ length: 13 }, (_, n) => `28-00000000${(0x1000 + n).toString(16)}`);
		for (const id of [TANK, ...ids]) w1.hang(id);
		const more = ids.map((id, n) => ({ id: `room_${n}`, role: "other", source: `one_wire:${id}` }));
		const where = folder();
		const options = join(where, "options.json");
		const port = await freePort();
		const mqtt = { host: "localhost", port: await freePort(), username: "solar", password: "long-enough-1" };
		writeFileSync(options, JSON.stringify({ ...plant, sensors: [...plant.sensors, ...more], mqtt }));
		const run = started(["--options", options, "--data", where, "--http-port", String(port)], where);
		const collector = async () => {
			const asked = await askControl(where, "snapshot", undefined, seconds(5));
			return asked.kind === "answer" ? JSON.stringify(asked.value) : "";
		};
		await until("the collector is read", async () => (await collector()).includes('"value":60,'));
		expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
		// The name was looked up.
		await until("the broker was tried", () => run.said().includes("ECONNREFUSED"));
		w1.set(COLLECTOR, 61);
		await until("it is read again", async () => (await collector()).includes('"value":61,'));
		await stopsWell(run, board);
		clear();
	});
});

describe("a thread that hangs in a file", () => {
	it("keeps no stopped controller alive", async () => {
		const { board, plant, clear } = house();
		const where = folder();
		const options = join(where, "options.json");
		writeFileSync(options, JSON.stringify(plant));
		const preload = `data:text/javascript,import{open}from"node:fs/promises";void open(${JSON.stringify(pipe())})`;
		const run = started(["--options", options, "--data", where, "--http-port", "0"], where, ["--import", preload]);
		await until("the pump runs", () => board.coils[0] === true);
		await stopsWell(run, board);
		clear();
	});
});
