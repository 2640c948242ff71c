import { setTimeout as pause } from "node:timers/promises";
import { type Problem, problem } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { mend } from "#model/sentences/sentence.ts";
import type { Supervisor } from "#supervisor/ask.ts";
import { restartApp } from "#supervisor/page-options.ts";
import type { Machine } from "../machine.ts";

export interface RestartPorts {
	readonly env: Machine["env"];
	readonly supervisor: Supervisor | undefined;
	/** Ends this process with every output at rest, and the code 0. */
	readonly end: () => void;
	readonly tell: Tell;
	/** Aborted when this process is to end. */
	readonly stopping?: AbortSignal;
	/** ms in which the Supervisor says that it will not. */
	readonly patience?: number;
}

/** What a restart gives: why there is none, or what begins it, to be called when the person has his answer. */
export type Restarting =
	| { readonly kind: "refused"; readonly problem: Problem }
	| { readonly kind: "begun"; readonly go: () => void };

const PATIENCE = 2000;

/**
 * Starts the app again: by the Supervisor, or by ending where something starts it again. systemd does, with `Restart=always`, and
 * names a socket to a service of `Type=notify`; so does s6 in the container, whose script names a heartbeat.
 * @param later the Supervisor is asked by `go`, and the log is told where it refuses: for a person who first has to get a page
 */
export async function restart(actor: string, ports: RestartPorts, later = false): Promise<Restarting> {
	const { env, supervisor, end, tell } = ports;
	const again = Boolean(env["NOTIFY_SOCKET"] || env["SOLAR_HEATING_HEARTBEAT"]);
	if (supervisor === undefined && !again)
		return { kind: "refused", problem: problem("restart", undefined, mend("restart_yourself")) };
	tell(notice("info", "restart_asked", { actor }));
	if (supervisor === undefined) return { kind: "begun", go: end };
	if (later) return { kind: "begun", go: () => void askedLater(supervisor, ports) };
	const cause = await refusedBy(supervisor, ports);
	if (cause === undefined) return { kind: "begun", go: () => undefined };
	return { kind: "refused", problem: problem("restart", undefined, mend("restart_failed", { cause })) };
}

async function askedLater(supervisor: Supervisor, ports: RestartPorts): Promise<void> {
	const cause = await refusedBy(supervisor, ports);
	if (cause !== undefined) ports.tell(notice("warning", "restart_refused", { cause }));
}

/**
 * Undefined once the restart has begun. The Supervisor answers when the app runs again, which this process does not see: it is told to
 * stop first, and has to answer the person before it does.
 */
async function refusedBy(
	supervisor: Supervisor,
	{ patience = PATIENCE, stopping = NEVER }: RestartPorts,
): Promise<string | undefined> {
	const waited = new AbortController();
	const stopped = new Promise<undefined>((resolve) => {
		if (stopping.aborted) resolve(undefined);
		else stopping.addEventListener("abort", () => resolve(undefined), { once: true, signal: waited.signal });
	});
	const failed = await Promise.race([
		restartApp(supervisor),
		stopped,
		pause(patience, undefined, { signal: waited.signal, ref: false }).catch(() => undefined),
	]);
	waited.abort();
	return failed === undefined || failed.cause === "ECONNRESET" ? undefined : failed.cause;
}

const NEVER = new AbortController().signal;
