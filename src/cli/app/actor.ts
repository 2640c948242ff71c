import { userInfo } from "node:os";
import type { Machine } from "#app/machine.ts";

/** The user who gives a command: with `sudo`, the user who called it. Undefined if the system knows no name. */
export function actorOf({ env }: Pick<Machine, "env">): string | undefined {
	try {
		return env["SUDO_USER"] || userInfo().username;
	} catch {
		return undefined;
	}
}
