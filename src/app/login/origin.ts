import { resolve } from "node:path";
import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import type { Supervisor } from "#supervisor/ask.ts";
import type { Machine } from "../machine.ts";

/** Where the login comes from, and so whether it can be asked for again. */
export type Origin =
	/** From options or environment: it does not change. */
	| { readonly kind: "given" }
	| { readonly kind: "file"; readonly path: string }
	| { readonly kind: "supervisor"; readonly supervisor: Supervisor };

/** Inside Home Assistant. */
const SUPERVISOR = "http://supervisor";

/**
 * The order: a complete login in the options, or a password file; then the Supervisor, if there is one; then the
 * environment.
 * @param options as written, before the environment filled them in
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

/** The Supervisor, if there is one. */
export function supervisorIn(env: Machine["env"]): Supervisor | undefined {
	const token = env["SUPERVISOR_TOKEN"];
	return token ? { url: env["SUPERVISOR_URL"] || SUPERVISOR, token } : undefined;
}

const half = (username: boolean): Problem =>
	problem(username ? "mqtt.password" : "mqtt.username", undefined, mend("both_or_neither"));

/** Whether the option has a value. */
function written(options: unknown, key: string): boolean {
	const value = fieldOf(fieldOf(options, "mqtt"), key);
	return typeof value === "string" && value !== "";
}
