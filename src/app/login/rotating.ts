import { statSync } from "node:fs";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { nextOf } from "./next-password.ts";
import type { Origin } from "./origin.ts";

/** ms; a change of the password is over sooner, or was broken off. */
const LONGEST = 60_000;
/** The class of failure when a broker disconnects a client whose password has changed. */
const THROWN_OUT: ReadonlySet<unknown> = new Set(["dropped"]);

/**
 * Tells of a connection that ends because our own password is being changed as of what it is: no failure. Any other failure,
 * such as a password that is refused afterwards, is told as ever.
 */
export const calmWhileRotating =
	(origin: Origin | undefined, tell: Tell): Tell =>
	(said) =>
		tell(
			said.code === "mqtt_failed" && THROWN_OUT.has(said.facts["class"]) && rotating(origin)
				? notice("info", "mqtt_rotating", { user: said.facts["user"] ?? "" })
				: said,
		);

function rotating(origin: Origin | undefined): boolean {
	if (origin?.kind !== "file") return false;
	const next = statSync(nextOf(origin.path), { throwIfNoEntry: false });
	return next !== undefined && Date.now() - next.mtimeMs < LONGEST;
}
