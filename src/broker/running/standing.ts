import { readFileSync, statSync } from "node:fs";
import { phrase } from "#model/sentences/sentence.ts";
import { confOf } from "../conf/conf.ts";
import { onDisk, type Place, runningWith } from "../conf/place.ts";
import type { Trouble } from "../files/trouble.ts";
import { doorsOf } from "./restart.ts";

/** ms by which the times of files and processes differ by themselves. */
const ROUNDING = 50;

/**
 * Whether a broker of which no file had to be changed is what the command promises: it runs, the proof holds now, and, where
 * only a start lets it take what is promised, it was started after its configuration was written.
 */
export async function standing(
	place: Pick<Place, "config">,
	{ activate, prove }: { readonly activate: "reload" | "restart"; prove(): Promise<Trouble | undefined> },
): Promise<Trouble | undefined> {
	const trouble = await prove();
	if (trouble === undefined) return activate === "reload" ? stopped(place) : outdated(place);
	return runningWith(place.config) === undefined ? notRunning(place) : trouble;
}

/** Whether the broker that runs was started after its configuration was written; nothing else shows that it was started anew. */
export function outdated(place: Pick<Place, "config">): Trouble | undefined {
	const pid = runningWith(place.config);
	const file = pid === undefined ? undefined : newerThan(pid, place.config);
	if (file === undefined) return stopped(place);
	return { message: phrase("newer_than_broker", { file }), remedy: phrase("restart_yourself") };
}

/** One in a container is not seen from here, and is known by its doors. */
const stopped = (place: Pick<Place, "config">): Trouble | undefined =>
	runningWith(place.config) === undefined && doorsOf(place).length === 0 ? notRunning(place) : undefined;

const notRunning = ({ config }: Pick<Place, "config">): Trouble => ({
	message: phrase("runs_not", { config }),
	remedy: phrase("restart_yourself"),
});

/** A file of the configuration that was changed since this process began. */
function newerThan(pid: number, config: string): string | undefined {
	const began = beganAt(pid);
	const files = [...new Set([config, ...confOf(config, onDisk).lines.map(({ file }) => file)])];
	return files.find((file) => {
		const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
		// A clock that was set back says nothing.
		return began !== undefined && changed !== undefined && changed > began + ROUNDING && changed <= Date.now();
	});
}

/** ms since 1970, from the ticks of 10 ms in which the kernel counts (proc(5)); undefined where it does not say. */
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
