import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { failing } from "./child.ts";
import type { Found } from "./mosquitto.ts";

/** Programs of others from npm, on which `test/hardware` tries ours. Nothing else uses them. */
export interface Others {
	/** Of the folder in the cache. */
	readonly name: string;
	readonly packages: readonly string[];
}

/** Modbus masters, and a reader of the VBus. */
export const MASTERS: Others = {
	name: "masters",
	packages: ["modbus-serial@8.0.25", "jsmodbus@5.0.0", "resol-vbus@0.29.0"],
};
export const ZIGBEE2MQTT: Others = { name: "zigbee2mqtt", packages: ["zigbee2mqtt@2.14.1"] };

const TRIES = 3;

const folderOf = ({ name, packages }: Others, env: NodeJS.ProcessEnv) =>
	join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "solar-heating", `${name}-${packages.join("-")}`);

/** Finds them in the cache, or installs them there. Gives the failed command. */
export async function others(
	wanted: Others,
	tell: (line: string) => void,
	env: NodeJS.ProcessEnv = process.env,
): Promise<Found> {
	const { packages } = wanted;
	const folder = folderOf(wanted, env);
	if (existsSync(folder)) return { kind: "found", path: folder };
	await mkdir(dirname(folder), { recursive: true });
	const dir = await mkdtemp(`${folder}.`);
	try {
		for (let nth = 1; ; nth++) {
			tell(`installing ${packages.join(" ")}, try ${nth} of ${TRIES}`);
			const failed = await installInto(dir, packages);
			if (failed === undefined) break;
			if (nth === TRIES) return { kind: "missing", remedy: `Programs of others could not be installed:\n${failed}` };
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
async function installInto(dir: string, packages: readonly string[]): Promise<string | undefined> {
	await writeFile(join(dir, "package.json"), `{ "private": true }\n`);
	const options = ["--ignore-scripts", "--no-audit", "--no-fund"];
	return failing("npm", ["install", "--prefix", dir, ...options, ...packages], { cwd: dir });
}
