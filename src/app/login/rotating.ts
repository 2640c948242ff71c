import { statSync } from "node:fs";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { nextOf } from "./next-password.ts";
import type { Origin } from "./origin.ts";

/** ms. A password change takes less, or was interrupted. */
const LONGEST = 60_000;
/** Class of failure when a broker disconnects a client whose password changed. */
const THROWN_OUT: ReadonlySet<unknown> = new Set(["dropped"]);

/**
 * While our own password is being changed, a lost connection is logged as part of that and not as a failure. Any other
 * failure is logged as usual, for example if the new password is refused.
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
