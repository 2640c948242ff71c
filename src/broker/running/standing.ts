import { readFileSync, statSync } from "node:fs";
import { phrase } from "#model/sentences/sentence.ts";
import { confOf } from "../conf/conf.ts";
import { onDisk, type Place, runningWith } from "../conf/place.ts";
import type { Trouble } from "../files/trouble.ts";
import { doorsOf } from "./restart.ts";

/** ms by which times of files and processes may differ because of rounding. */
const ROUNDING = 50;

/**
 * Whether a broker whose files needed no change does what the command promises: it runs, the proof passes now, and if the
 * promise needs a restart, it was started after its configuration was written.
 */
export async function standing(
	place: Pick<Place, "config">,
	{ activate, prove }: { readonly activate: "reload" | "restart"; prove(): Promise<Trouble | undefined> },
): Promise<Trouble | undefined> {
	const trouble = await prove();
	if (trouble === undefined) return activate === "reload" ? stopped(place) : outdated(place);
	return runningWith(place.config) === undefined ? notRunning(place) : trouble;
}

/** Whether the running broker was started after its configuration was written. Nothing else shows a restart. */
export function outdated(place: Pick<Place, "config">): Trouble | undefined {
	const pid = runningWith(place.config);
	const file = pid === undefined ? undefined : newerThan(pid, place.config);
	if (file === undefined) return stopped(place);
	return { message: phrase("newer_than_broker", { file }), remedy: phrase("restart_yourself") };
}

/** A broker in a container cannot be seen from here. Its listeners show that it runs. */
const stopped = (place: Pick<Place, "config">): Trouble | undefined =>
	runningWith(place.config) === undefined && doorsOf(place).length === 0 ? notRunning(place) : undefined;

const notRunning = ({ config }: Pick<Place, "config">): Trouble => ({
	message: phrase("runs_not", { config }),
	remedy: phrase("restart_yourself"),
});

/** A file of the configuration that changed after this process started. */
function newerThan(pid: number, config: string): string | undefined {
	const began = beganAt(pid);
	const files = [...new Set([config, ...confOf(config, onDisk).lines.map(({ file }) => file)])];
	return files.find((file) => {
		const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
		// With a clock that was set back, this says nothing.
		return began !== undefined && changed !== undefined && changed > began + ROUNDING && changed <= Date.now();
	});
}

/** ms since 1970, computed from the kernel's ticks of 10 ms (proc(5)); undefined if unknown. */
function beganAt(pid: number): number | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		const ticks = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]);
		const up = Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]);
		const began = Date.now() - (up * 1000 - ticks * 10);
		return Number.isNaN(began) ? undefined : began;
	} catch {
		return undefined;
	}
}
