import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { Found } from "./mosquitto.ts";

/** What others wrote about sun, fluids, collectors, weather and households. `test/physics` and `scripts/years.ts` use them. */
const PACKAGES = ["pvlib==0.16.1", "SecondaryCoolantProps==1.5", "sunpeek-exampledata==0.2.1", "demandlib==0.2.2"];
/** Changes with the list above. */
const EDITION = "pvlib-0.16.1-demandlib-0.2.2";
const TRIES = 3;

const folderOf = (env: NodeJS.ProcessEnv) =>
	join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "solar-heating", `physics-${EDITION}`);

/** Finds them in the cache, or installs them there in a virtual environment: 400 MB. Gives the path of its Python. */
export function physicsOracles(tell: (line: string) => void, env: NodeJS.ProcessEnv = process.env): Found {
	const folder = folderOf(env);
	const python = join(folder, "bin", "python");
	const complete = join(folder, "complete");
	if (existsSync(complete)) return { kind: "found", path: python };
	mkdirSync(dirname(folder), { recursive: true });
	// A virtual environment knows its path, so it cannot be made elsewhere and moved.
	rmSync(folder, { recursive: true, force: true });
	const runs = (command: string, ...args: readonly string[]) =>
		spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], env }).status === 0;
	for (let nth = 1; nth <= TRIES; nth++) {
		tell(`installing ${PACKAGES.join(" ")}, try ${nth} of ${TRIES}`);
		const made = runs("python3", "-m", "venv", folder);
		if (made && runs(python, "-m", "pip", "install", "-q", ...PACKAGES)) {
			mkdirSync(`${complete}.made`, { recursive: true });
			renameSync(`${complete}.made`, complete);
			return { kind: "found", path: python };
		}
	}
	return {
		kind: "missing",
		remedy: `These packages could not be installed with pip, Python 3.11 or newer: ${PACKAGES.join(" ")}`,
	};
}
