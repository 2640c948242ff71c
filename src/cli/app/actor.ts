import { userInfo } from "node:os";
import type { Machine } from "#app/machine.ts";
import { caught } from "#model/untyped/caught.ts";

/** The user who gives a command; with `sudo`, the user who called it. Undefined if the system knows no name. */
export const actorOf = ({ env }: Pick<Machine, "env">): string | undefined =>
	caught(() => env["SUDO_USER"] || userInfo().username, undefined);
