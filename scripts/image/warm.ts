import { type ChildProcess, spawn } from "node:child_process";
import { globSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { LAUNCHER } from "../bundle.ts";

/** ms in which a first life comes to do everything that it will do later, on a slow machine too. */
const A_LIFE = 8000;

/**
 * Lets the app in `folder` live once, with a broker, a simulated plant and a board that is not there. Node leaves the machine code of all that ran in `.cache`, from which later starts take it without writing.
 * Throws where nothing was left.
 */
export async function warm(folder: string): Promise<number> {
	const data = await mkdtemp(join(tmpdir(), "first-life-"));
	const app = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
		spawn(process.execPath, [join(folder, LAUNCHER), ...args], {
			env: { ...process.env, ...env },
			stdio: ["ignore", "pipe", "inherit"],
		});
	// Only the life that matters leaves its code: whoever ends last would leave its own instead.
	const demo = app(["demo", "--json"], { NODE_DISABLE_COMPILE_CACHE: "1" });
	try {
		const options = join(data, "options.json");
		const where = ["--options", options, "--data", data];
		await writeFile(options, JSON.stringify(house(await loginOf(demo))), { mode: 0o600 });
		const life = app(["run", ...where]);
		life.stdout.resume();
		await pause(A_LIFE);
		await ended(life, "SIGTERM");
	} finally {
		await ended(demo, "SIGTERM");
		await rm(data, { recursive: true });
	}
	const kept = globSync(".cache/*/*", { cwd: folder }).length;
	if (kept === 0) throw new Error(`No machine code in ${join(folder, ".cache")}: Node did not keep any.`);
	return kept;
}

const house = (broker: unknown) => ({
	mqtt: broker,
	sensors: ["collector", "tank"].map((name) => ({ id: name, role: name, source: `simulated:${name}` })),
	outputs: [
		{ id: "pump", role: "pump", target: "simulated:pump" },
		{ id: "heater", role: "heater", target: "usb_relay:/dev/serial/by-id/nothing/1" },
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
	console.log(`machine code of ${await warm(folder)} files kept`);
}
