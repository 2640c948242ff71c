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
 */
export async function restart(
	actor: string,
	{ env, supervisor, end, tell, patience = PATIENCE }: RestartPorts,
): Promise<Restarting> {
	const again = Boolean(env["NOTIFY_SOCKET"] || env["SOLAR_HEATING_HEARTBEAT"]);
	if (supervisor === undefined && !again)
		return { kind: "refused", problem: problem("restart", undefined, mend("restart_yourself")) };
	tell(notice("info", "restart_asked", { actor }));
	if (supervisor === undefined) return { kind: "begun", go: end };
	const waited = new AbortController();
	// It answers when the app runs again, which this process does not see.
	const failed = await Promise.race([
		restartApp(supervisor),
		pause(patience, undefined, { signal: waited.signal, ref: false }).catch(() => undefined),
	]);
	waited.abort();
	if (failed === undefined || failed.cause === "ECONNRESET") return { kind: "begun", go: () => undefined };
	return { kind: "refused", problem: problem("restart", undefined, mend("restart_failed", { cause: failed.cause })) };
}
