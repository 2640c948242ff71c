import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { failing } from "./child.ts";
import type { Found } from "./mosquitto.ts";

/** Programs of others, with which `test/hardware` compares ours: Modbus masters, and a reader of the VBus. Nothing else uses them. */
const PACKAGES = ["modbus-serial@8.0.25", "jsmodbus@5.0.0", "resol-vbus@0.29.0"];
const TRIES = 3;

const folderOf = (env: NodeJS.ProcessEnv) =>
	join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "solar-heating", `masters-${PACKAGES.join("-")}`);

/** Finds them in the cache, or installs them there. Gives the failed command. */
export async function modbusMasters(
	tell: (line: string) => void,
	env: NodeJS.ProcessEnv = process.env,
): Promise<Found> {
	const folder = folderOf(env);
	if (existsSync(folder)) return { kind: "found", path: folder };
	await mkdir(dirname(folder), { recursive: true });
	const dir = await mkdtemp(`${folder}.`);
	try {
		for (let nth = 1; ; nth++) {
			tell(`installing ${PACKAGES.join(" ")}, try ${nth} of ${TRIES}`);
			const failed = await installInto(dir);
			if (failed === undefined) break;
			if (nth === TRIES) return { kind: "missing", remedy: `Masters of others could not be installed:\n${failed}` };
			tell(failed);
			await pause(nth * 10_000);
		}
		// Another process that installed at the same time may have finished first. Its folder is equivalent.
		await rename(dir, folder).catch(() => undefined);
		return { kind: "found", path: folder };
	} finally {
		await rm(dir, { recursive: true, force: true });
	}
}

/** Their native parts come compiled. */
async function installInto(dir: string): Promise<string | undefined> {
	await writeFile(join(dir, "package.json"), `{ "private": true }\n`);
	const options = ["--ignore-scripts", "--no-audit", "--no-fund"];
	return failing("npm", ["install", "--prefix", dir, ...options, ...PACKAGES], { cwd: dir });
}
