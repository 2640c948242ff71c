import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { podman } from "../e2e/container.ts";

/** The image under test. */
export const IMAGE = process.env["SOLAR_HEATING_IMAGE"] ?? "";

/** Asks as the Supervisor's Docker does: by the image's own HEALTHCHECK. */
export const healthy = (container: string): Promise<boolean> =>
	podman("healthcheck", "run", container).then(
		() => true,
		() => false,
	);

/** ms until it is healthy; throws after `within` ms. */
export async function untilHealthy(container: string, within = 15_000): Promise<number> {
	const from = performance.now();
	while (!(await healthy(container))) {
		if (performance.now() - from > within) throw new Error(`Not healthy within ${within} ms`);
		await pause(100);
	}
	return performance.now() - from;
}

/** The processes of a container by this machine's numbers, the first one first; none where it does not run. */
export async function processesIn(container: string): Promise<readonly number[]> {
	const first = Number(await podman("inspect", "--format={{.State.Pid}}", container).catch(() => "0"));
	return first > 0 ? family(first) : [];
}

/** The controller: Node under its supervisor, not a command beside it. */
export async function controllerIn(container: string): Promise<number | undefined> {
	return (await processesIn(container)).find((pid) => {
		const [program, ...args] = commandOf(pid);
		return program.endsWith("node") && args.includes("run");
	});
}

export async function untilController(container: string, other?: number): Promise<number> {
	for (const from = performance.now(); performance.now() - from < 30_000; await pause(20)) {
		const pid = await controllerIn(container);
		if (pid !== undefined && pid !== other) return pid;
	}
	throw new Error("No controller runs in the container.");
}

function family(pid: number): readonly number[] {
	try {
		const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
			readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number),
		);
		return [pid, ...children.flatMap(family)];
	} catch {
		// It has ended meanwhile.
		return [];
	}
}

function commandOf(pid: number): readonly [string, ...string[]] {
	try {
		const [, ...args] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
		return [readlinkSync(`/proc/${pid}/exe`), ...args];
	} catch {
		return [""];
	}
}
