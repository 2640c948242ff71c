import { userInfo } from "node:os";
import type { Machine } from "#app/machine.ts";

/** Who gives a command, as the system calls them: behind `sudo`, who called it. Undefined where the system knows no name. */
export function actorOf({ env }: Pick<Machine, "env">): string | undefined {
	try {
		return env["SUDO_USER"] || userInfo().username;
	} catch {
		return undefined;
	}
}
