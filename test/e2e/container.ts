import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { controls, familyOf } from "./family.ts";
import type { Launcher, Place } from "./launcher.ts";

/**
 * As the Supervisor runs an app: /dev and /data, and nothing else of the machine; and stricter: nothing can be written
 * but /data, /tmp and /run, no capability is left, and memory is what the smallest machine can spare.
 */
export const LIMITS = [
	"--network=host",
	"--read-only",
	"--read-only-tmpfs=false",
	"--tmpfs=/tmp",
	"--tmpfs=/run:exec",
	"--cap-drop=ALL",
	"--security-opt=no-new-privileges",
	"--memory=256m",
	"--memory-swap=256m",
	"--volume=/dev:/dev:ro",
] as const;

/** By this a suite finds what it may have left behind. */
export const LABEL = `--label=solar-heating.suite=${process.env["SOLAR_HEATING_SUITE"] ?? "none"}`;

export const podman = async (...args: readonly string[]): Promise<string> =>
	(await promisify(execFile)("podman", args, { timeout: 60_000, maxBuffer: 1e8 })).stdout;

/** Folders of this machine under the same paths, the app's own also where it looks for it. */
export const volumes = ({ folder, sees = [] }: Place): readonly string[] => [
	`--volume=${folder}:/data`,
	`--volume=${folder}:${folder}`,
	...sees.map((path) => `--volume=${path}:${path}:ro`),
];

/** The processes of a container by this machine's numbers, the first one first; none where it does not run. */
export async function processesIn(container: string): Promise<readonly number[]> {
	const first = Number(await podman("inspect", "--format={{.State.Pid}}", container).catch(() => "0"));
	return first > 0 ? familyOf(first) : [];
}

/** The controller: Node under its supervisor, not a command beside it. */
export const controllerIn = async (container: string): Promise<number | undefined> =>
	(await processesIn(container)).find(controls);

/** The app of an image. Commands come into the running container, or into one of their own where none runs. */
export function inContainer(image: string, limits: readonly string[] = LIMITS) {
	const running = new Map<string, string>();
	return {
		start(place: Place) {
			const name = `solar-heating-${randomBytes(4).toString("hex")}`;
			// Values go by the environment: an argument can be read by everybody.
			const env = Object.keys(place.env ?? {}).map((key) => `--env=${key}`);
			const args = ["run", "--rm", `--name=${name}`, LABEL, ...limits, ...volumes(place), ...env, image];
			const child = spawn("podman", args, {
				env: { ...process.env, ...place.env },
				stdio: ["ignore", "pipe", "pipe"],
			});
			running.set(place.folder, name);
			child.once("exit", () => running.get(place.folder) === name && running.delete(place.folder));
			// One that is gone already needs no signal.
			const signal = (which: NodeJS.Signals) => void podman("kill", `--signal=${which}`, name).catch(() => undefined);
			return { child, container: name, controller: () => controllerIn(name), signal };
		},
		async command(place: Place, ...args: readonly string[]): Promise<string> {
			const name = running.get(place.folder);
			if (name !== undefined) return podman("exec", name, "solar-heating", ...args);
			const own = ["run", "--rm", LABEL, ...limits, ...volumes(place), "--entrypoint=solar-heating", image];
			return podman(...own, ...args);
		},
	} satisfies Launcher;
}
