import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** The release that checks `packaging/esphome`. */
export const ESPHOME = "2026.6.5";

/** Where it is installed, in a virtual environment of its own. */
export const esphomeIn = (env: NodeJS.ProcessEnv): string =>
	env["ESPHOME"] ?? join(homedir(), ".cache", "solar-heating", `esphome-${ESPHOME}`, "bin", "esphome");

/** Installs it once from PyPI. What to do if that fails; undefined if it is there. */
export function esphome(env: NodeJS.ProcessEnv, say: (line: string) => void): string | undefined {
	const program = esphomeIn(env);
	if (existsSync(program)) return undefined;
	const folder = dirname(dirname(program));
	say(`Installing ESPHome ${ESPHOME} in ${folder}`);
	mkdirSync(dirname(folder), { recursive: true });
	const runs = (command: string, ...args: readonly string[]) =>
		spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], env }).status === 0;
	const made = runs("python3", "-m", "venv", folder);
	if (made && runs(join(folder, "bin", "pip"), "install", "-q", `esphome==${ESPHOME}`)) return undefined;
	return `ESPHome is missing: install it with pip, Python 3.11 or newer, and name it in ESPHOME=/path/to/esphome`;
}
