import { url as inspectorUrl } from "node:inspector";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Seconds } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import type { WatchdogOrders } from "./watchdog-worker.ts";

/** Seconds, or as many periods, without a turn after which the loop hangs. */
const PATIENCE = 15;
const PERIODS = 5;
/** s. Before the first turn, boards and readings may take 10 of them. */
const FIRST = 20;
/** ms until a thread that ended is replaced. */
const AGAIN = 1000;
/** The thread compares two numbers. Default limits would take most of the memory that the app needs. */
const ROOM = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2, codeRangeSizeMb: 8 };

export interface WatchdogPlan {
	/** Seconds of the machine's clock between two turns. */
	readonly period: Seconds;
	/** The environment, where systemd and our own service say how to report. */
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly tell: Tell;
}

export interface Watchdog {
	/** Called after each turn. Its cost is negligible. */
	turned(): void;
	close(): Promise<void>;
}

/**
 * Watches the control loop from a thread of its own and kills the process if it hangs: for 15 s, or five periods where
 * those are longer; before the first turn for 20 s. The supervisor then drives the outputs to rest and restarts the app.
 * While the loop turns, the thread also reports that outside the process, because only an outside watcher notices a process
 * that is stopped as a whole. Does nothing under a debugger, where the loop is stopped on purpose.
 */
export function watchdog({ period, env, tell }: WatchdogPlan): Watchdog {
	const turns = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
	const patience = Math.max(PATIENCE, PERIODS * period) * 1000;
	const orders: WatchdogOrders = { turns, patience, first: FIRST * 1000, ...signs(env) };
	let over = inspectorUrl() !== undefined;
	let worker: Worker | undefined;
	let again: NodeJS.Timeout | undefined;
	const begin = () => {
		worker = new Worker(fileURLToPath(SCRIPT), { workerData: orders, execArgv: [], resourceLimits: ROOM });
		worker.unref();
		worker.on("error", (bug) => tell(notice("error", "view_failed", { what: "watchdog", error: String(bug) })));
		worker.on("exit", () => {
			if (!over) again = setTimeout(begin, AGAIN).unref();
		});
	};
	if (!over) begin();
	return {
		turned: () => void Atomics.add(turns, 0, 1),
		async close() {
			over = true;
			clearTimeout(again);
			await worker?.terminate();
		},
	};
}

/** The script is beside this file in the sources, and beside the bundle. */
const SCRIPT = new URL(`./watchdog-worker.${import.meta.url.endsWith(".ts") ? "ts" : "cjs"}`, import.meta.url);

function signs(env: WatchdogPlan["env"]): Pick<WatchdogOrders, "heartbeat" | "systemd"> {
	const { SOLAR_HEATING_HEARTBEAT: heartbeat, NOTIFY_SOCKET: socket, WATCHDOG_USEC: limit } = env;
	const within = Number(limit) / 1000;
	return {
		...(heartbeat && { heartbeat }),
		...(socket && { systemd: { within: within > 0 ? within : undefined } }),
	};
}
