import { type ChildProcess, execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ownEnv } from "../fakes/own-env.ts";
import { inContainer } from "./container.ts";
import { supervised } from "./supervised.ts";

/** What an app is told of its world. */
export interface Place {
	/** Holds `options.json`, and all that the app keeps. */
	readonly folder: string;
	/** Other folders that it has to see. */
	readonly sees?: readonly string[];
	/** All that it has of the environment; without it, what the test has. */
	readonly env?: Readonly<Record<string, string>>;
}

/** An app that was started. */
export interface Life {
	/** Ends when the app does, with its code, and says what the app says. */
	readonly child: ChildProcess;
	/** The number on this machine of the process that controls, once there is one. */
	controller(): Promise<number | undefined>;
	/** The name of its container, where it has one. */
	readonly container?: string;
	signal(signal: NodeJS.Signals): void;
}

/** How the app is run: by this checkout as a process, by its image in a container, or under s6. */
export interface Launcher {
	start(place: Place): Life;
	/** Runs a command to its end, and gives what it printed. */
	command(place: Place, ...args: readonly string[]): Promise<string>;
}

const MAIN = join(import.meta.dirname, "../../src/main.ts");
const where = ({ folder }: Place) => ["--options", join(folder, "options.json"), "--data", folder];

const asProcess: Launcher = {
	start: (place) => {
		const { folder, env } = place;
		const own = env === undefined ? {} : { cwd: folder, env: { ...ownEnv(folder), ...env } };
		const args = [MAIN, "run", ...where(place), "--http-port", "0"];
		const child = spawn(process.execPath, args, { ...own, stdio: ["ignore", "pipe", "pipe"] });
		return { child, controller: async () => child.pid, signal: (signal) => void child.kill(signal) };
	},
	command: async (place, ...args) =>
		(await promisify(execFile)(process.execPath, [MAIN, ...args, ...where(place)], { timeout: 60_000 })).stdout,
};

const image = process.env["SOLAR_HEATING_IMAGE"];
const root = process.env["SOLAR_HEATING_ROOT"];

/**
 * As the suite wants it: `npm run test:image` tells the same stories of the image, and `npm run test:addon` has the app run
 * by the image's own scripts.
 */
export const launcher: Launcher =
	image !== undefined ? inContainer(image) : root !== undefined ? supervised(root) : asProcess;
