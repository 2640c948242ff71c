import { resolve } from "node:path";
import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import type { Supervisor } from "#supervisor/ask.ts";
import type { Machine } from "../machine.ts";

/** Where the broker's login comes from, and so whether there is somebody to ask when it is refused. */
export type Origin =
	/** Options or environment: it stays what it is. */
	| { readonly kind: "given" }
	| { readonly kind: "file"; readonly path: string }
	| { readonly kind: "supervisor"; readonly supervisor: Supervisor };

/** Inside Home Assistant. */
const SUPERVISOR = "http://supervisor";

/**
 * The order: a whole login in the options, or a password file; else the Supervisor, where we run under one; else what the
 * environment gives. @param options as they were written, before the environment filled them in
 */
export function originOf(
	{ env, cwd }: Machine,
	options: unknown,
	passwordFile: string | undefined,
): { readonly origin: Origin; readonly problems: readonly Problem[] } {
	if (passwordFile !== undefined) return { origin: { kind: "file", path: resolve(cwd, passwordFile) }, problems: [] };
	const supervisor = supervisorIn(env);
	const [username, password] = [written(options, "username"), written(options, "password")];
	if (supervisor === undefined || (username && password)) return { origin: { kind: "given" }, problems: [] };
	return { origin: { kind: "supervisor", supervisor }, problems: username || password ? [half(username)] : [] };
}

/** Where there is one. */
export function supervisorIn(env: Machine["env"]): Supervisor | undefined {
	const token = env["SUPERVISOR_TOKEN"];
	return token ? { url: env["SUPERVISOR_URL"] || SUPERVISOR, token } : undefined;
}

const half = (username: boolean): Problem =>
	problem(username ? "mqtt.password" : "mqtt.username", undefined, mend("both_or_neither"));

/** Whether something stands there. */
function written(options: unknown, key: string): boolean {
	const value = fieldOf(fieldOf(options, "mqtt"), key);
	return typeof value === "string" && value !== "";
}
