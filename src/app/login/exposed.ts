import { statSync } from "node:fs";
import { resolve } from "node:path";
import { caught } from "#model/untyped/caught.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import type { Machine } from "../machine.ts";

/** Readable by all users of this machine (POSIX, S_IROTH). */
const OTHERS_READ = 0o004;

/**
 * Files with a secret that every user of this machine can read. Under the Supervisor there are no other users, and it
 * manages the rights.
 * @param file the options, if they came from a file
 * @param options as written there
 * @param key path of the client certificate's key
 */
export function exposed(
	{ cwd, env }: Pick<Machine, "cwd" | "env">,
	file: string | undefined,
	options: unknown,
	key: string | undefined,
): readonly string[] {
	if (env["SUPERVISOR_TOKEN"]) return [];
	const secret = [
		...(file !== undefined && holdsPassword(options) ? [file] : []),
		...(key === undefined ? [] : [resolve(cwd, key)]),
	];
	return secret.filter(readableByAll);
}

function holdsPassword(options: unknown): boolean {
	const mqtt = fieldOf(options, "mqtt");
	const password = fieldOf(mqtt, "password");
	return password !== undefined && password !== "" && password !== null;
}

function readableByAll(path: string): boolean {
	// A missing file is reported where it is read.
	return caught(() => (statSync(path).mode & OTHERS_READ) !== 0, false);
}
