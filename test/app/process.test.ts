import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, test } from "@jest/globals";
import { check } from "#cli/app/check/check.ts";
import { explain } from "#cli/app/explain.ts";
import { read } from "#cli/app/hardware/read.ts";
import { rest } from "#cli/app/hardware/rest.ts";
import { CANARY, Desk } from "../cli/desk.ts";
import { LcusBoard } from "../fakes/lcus-board.ts";
import { type Mosquitto, startMosquitto } from "../fakes/mosquitto.ts";
import { ownEnv } from "../fakes/own-env.ts";
import { cleared, folder, PLANT, until } from "./house.ts";

const MAIN = join(import.meta.dirname, "../../src/main.ts");

interface Ended {
	readonly code: number | null;
	readonly signal: string | null;
}
interface Running {
	readonly child: ChildProcess;
	readonly ended: Promise<Ended>;
	said(): string;
}
const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = "/"): Running => {
	const child = spawn(process.execPath, [MAIN, "run", ...args], {
		cwd,
		env: { ...ownEnv(cwd), ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let said = "";
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk: Buffer) => {
			said += chunk;
		});
	const ended = new Promise<Ended>((resolve) => child.once("close", (code, signal) => resolve({ code, signal })));
	return { child, ended, said: () => said };
};

afterAll(cleared);

describe("SIGTERM while it starts", () => {
	const spared = { least_run: 0, least_rest: 0 };
	const onBoard = (board: LcusBoard) => {
		const where = folder();
		const options = join(where, "options.json");
		const sensors = PLANT.sensors;
		const outputs = [
			{ id: "pump", role: "pump", target: `usb_relay:${board.path}/1`, ...spared },
			{ id: "heater", role: "heater", target: `usb_relay:${board.path}/2`, wiring: "nc", ...spared },
		];
		writeFileSync(options, JSON.stringify({ sensors, outputs, usb_relay: { gap: 5 } }));
		return start(["--options", options, "--data", where, "--http-port", "0"]);
	};
	/** Pump and heater are running, as a controller left them that was killed. */
	const abandoned = () => {
		const board = new LcusBoard();
		board.coils[0] = true;
		return board;
	};
	const atRest = ({ coils }: LcusBoard) => coils[0] === false && coils[1] === true;

	test.each([0, 100, 200, 300, 400, 500])(
		"after %d ms ends with every output at rest and code 0, or before anything was opened",
		async (ms) => {
			const board = abandoned();
			const { child, ended } = onBoard(board);
			await pause(ms);
			child.kill("SIGTERM");
			const { code, signal } = await ended;
			if (signal === null) expect([code, atRest(board)]).toEqual([0, true]);
			else expect([signal, board.heard]).toEqual(["SIGTERM", []]);
			board.close();
		},
		15_000,
	);

	// #moment-first-speaks-board
	it("in the moment it first speaks to the board ends with every output at rest and code 0", async () => {
		const board = abandoned();
		const { child, ended } = onBoard(board);
		await until("the board hears something", () => board.heard.length > 0);
		child.kill("SIGTERM");
		expect(await ended).toEqual({ code: 0, signal: null });
		expect(atRest(board)).toBe(true);
		board.close();
	});
});

describe("a whole run with a broker", () => {
	let broker: Mosquitto;
	let desk: Desk;
	let app: Running;
	beforeAll(async () => {
		broker = await startMosquitto({ users: { solar: CANARY } });
		desk = new Desk();
		desk.file(
			".env",
			`MQTT_USERNAME=solar\nMQTT_PASSWORD=${CANARY}\nMQTT_BROKER=127.0.0.1\nMQTT_PORT=${broker.port}\n`,
		);
		desk.file("solar.json", PLANT);
		app = start(["--options", "solar.json", "--data", desk.data, "--http-port", "0"], { DEBUG: "*" }, desk.folder);
		await until("it is connected", () => app.said().includes("mqtt_connected"));
	});
	afterAll(async () => {
		app.child.kill("SIGKILL");
		await app.ended;
		await broker.stop();
		desk.clear();
	});

	it("shows its password in no command beside it, whatever comes of them", async () => {
		const flags = { options: join(desk.folder, "solar.json"), data: desk.data };
		for (const json of [false, true])
			for (const command of [read, explain, check, rest]) await command(desk.machine(), { ...flags, json });
		expect(desk.out).toContain("MQTT Connection Successful");
		expect(desk.out).toContain("The running controller is now switched off.");
		expect(desk.out + desk.err).not.toContain(CANARY);
	});

	it("has it neither in its arguments nor in what it prints or keeps, and MQTT.js never speaks", async () => {
		const arguments_ = readFileSync(`/proc/${app.child.pid}/cmdline`, "utf8");
		expect(arguments_).toContain("main.ts");
		expect(arguments_).not.toContain(CANARY);
		app.child.kill("SIGTERM");
		expect(await app.ended).toEqual({ code: 0, signal: null });
		expect(app.said()).not.toContain(CANARY);
		expect(app.said()).not.toMatch(/mqttjs|mqtt-packet/);
		const kept = readdirSync(desk.data);
		expect(kept).toEqual(expect.arrayContaining(["installation-id", "last-valid-options.json", "solar-heating.db"]));
		for (const name of kept) expect(readFileSync(join(desk.data, name)).includes(CANARY)).toBe(false);
	});
});

test("a data folder that cannot be made is named with its remedy, and control goes on without it", async () => {
	const { child, ended, said } = start(["--data", "/proc/solar/data", "--http-port", "0", "--json"]);
	await until("it has started", () => said().includes('"code":"started"'));
	child.kill("SIGTERM");
	expect(await ended).toEqual({ code: 0, signal: null });
	expect(said()).toContain("The data folder /proc/solar/data cannot be created (ENOENT).");
});
