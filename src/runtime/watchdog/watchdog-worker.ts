import { spawnSync } from "node:child_process";
import { writeFileSync, writeSync } from "node:fs";
import { kill, pid } from "node:process";
import { workerData } from "node:worker_threads";
import { caught } from "#model/untyped/caught.ts";
import { hanging } from "./hang.ts";

/** Settings of the thread. */
export interface WatchdogOrders {
	/** One shared number: the count of turns. */
	readonly turns: Int32Array;
	/** ms without a turn after which the loop hangs. */
	readonly patience: number;
	/** The same before the first turn, when store, boards and readings may take their time. */
	readonly first: number;
	/** A file whose content changes every second. */
	readonly heartbeat?: string;
	/** Report to systemd that the app has started, and every `within` ms, if set, that it lives. */
	readonly systemd?: { readonly within: number | undefined };
}

const STEP = 1000;
const STDERR = 2;
const { turns, patience, first, heartbeat, systemd }: WatchdogOrders = workerData;
const hangsAtFirst = hanging(first, STEP);
const hangs = hanging(patience, STEP);
let beats = 0;
/** When systemd was last told, in monotonic ms. */
let told: number | undefined;

setInterval(look, STEP);
look();

function look(): void {
	const now = performance.now();
	const count = Atomics.load(turns, 0);
	if (count === 0) {
		// Nothing is reported before the first turn.
		if (hangsAtFirst(count, now)) end(first);
	} else if (hangs(count, now)) end(patience);
	else vouch(now);
}

function vouch(now: number): void {
	beats += 1;
	if (heartbeat !== undefined) write(heartbeat, `${beats}\n`);
	if (systemd !== undefined) tellSystemd(systemd.within, now);
}

/** Kills the process. An orderly stop would need the thread that hangs. */
function end(quiet: number): void {
	const text = `No turn of the control loop for ${quiet / 1000} s: killed, so that its outputs go to rest.\n`;
	try {
		writeSync(STDERR, text);
	} finally {
		kill(pid, "SIGKILL");
	}
}

/** If the file cannot be written, the process that watches it acts. The next second tries again. */
function write(file: string, text: string): void {
	caught(() => writeFileSync(file, text), undefined);
}

/** Node has no Unix datagram sockets, so the program that systemd provides is used. */
function tellSystemd(within: number | undefined, now: number): void {
	if (told !== undefined && (within === undefined || now - told < within / 3)) return;
	const word = told === undefined ? ["--ready"] : ["WATCHDOG=1"];
	spawnSync("systemd-notify", word, { stdio: "ignore", timeout: STEP });
	told = now;
}
