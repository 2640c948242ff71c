import { type ChildProcess, spawn } from "node:child_process";
import { globSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { LAUNCHER } from "../bundle.ts";

/** ms that a first life has to start: a build may run in an emulator. */
const START = 300_000;

/**
 * Lets the app in `folder` live once, with a broker, a simulated plant and a device of each kind that is not there. When it
 * has started, it leaves the code of all that ran in `.cache`, from which later starts take it without writing. Throws
 * where nothing was left.
 */
export async function warm(folder: string): Promise<number> {
	const data = await mkdtemp(join(tmpdir(), "first-life-"));
	const app = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
		spawn(process.execPath, [join(folder, LAUNCHER), ...args], {
			env: { ...process.env, ...env },
			stdio: ["ignore", "pipe", "inherit"],
		});
	// Only the life that matters leaves its code.
	const demo = app(["demo", "--json"], { NODE_DISABLE_COMPILE_CACHE: "1" });
	try {
		const options = join(data, "options.json");
		const where = ["--options", options, "--data", data];
		await writeFile(options, JSON.stringify(house(await loginOf(demo))), { mode: 0o600 });
		const life = app(["run", ...where]);
		life.stdout.resume();
		for (const last = Date.now() + START; keptIn(folder) === 0 && Date.now() < last; ) await pause(200);
		await ended(life, "SIGTERM");
	} finally {
		await ended(demo, "SIGTERM");
		await rm(data, { recursive: true });
	}
	const kept = keptIn(folder);
	if (kept === 0)
		throw new Error(`No code in ${join(folder, ".cache")}: the app did not start within ${START / 1000} s.`);
	// The container may run as another user.
	for (const path of globSync(join(folder, ".cache{,/*,/*/*}"))) await chmod(path, path.endsWith("js") ? 0o644 : 0o755);
	return kept;
}

const keptIn = (folder: string) => globSync(".cache/*/*.{cjs,js}", { cwd: folder }).length;

/** The code of each kind of device is a file of its own. */
const SENSORS = [
	"simulated:collector",
	"one_wire:28-000000000000",
	"gpio:nothing/1",
	"rtd:0/1",
	"megabas:0/1",
	"modbus:nothing/1/r4dcb08-1",
];
const BOARDS = ["usb_relay", "kmtronic", "numato", "sainsmart"].map(
	(scheme) => `${scheme}:/dev/serial/by-id/${scheme}/1`,
);

const house = (broker: unknown) => ({
	mqtt: broker,
	modbus_buses: [{ id: "nothing", at: "/dev/serial/by-id/modbus" }],
	sensors: [
		{ id: "tank", role: "tank", source: "simulated:tank" },
		...SENSORS.map((source, nth) => ({ id: `sensor_${nth}`, role: "other", source })),
	],
	outputs: [
		{ id: "pump", role: "pump", target: "simulated:pump" },
		{ id: "heater", role: "heater", target: "relind:0/1" },
		...BOARDS.map((target, nth) => ({ id: `output_${nth}`, role: "other", target })),
	],
});

/** The demo's broker, as it says on its first line. */
async function loginOf({ stdout }: ChildProcess): Promise<unknown> {
	if (stdout === null) throw new Error("The demo has no output.");
	for await (const line of createInterface({ input: stdout })) {
		stdout.resume();
		return JSON.parse(line).broker;
	}
	throw new Error("The demo did not start.");
}

const ended = (child: ChildProcess, signal?: NodeJS.Signals) =>
	new Promise<number | null>((resolve) => {
		if (child.exitCode !== null) return resolve(child.exitCode);
		child.stdout?.resume();
		child.once("exit", resolve);
		if (signal !== undefined) child.kill(signal);
	});

if (import.meta.main) {
	const [folder] = process.argv.slice(2);
	if (folder === undefined) throw new Error("Give the folder of a bundle.");
	console.log(`code of ${await warm(folder)} files kept`);
}
