import { notice, type Tell } from "#model/decision.ts";
import { type Finding, finding } from "#model/finding.ts";
import type { Snapshot } from "#model/snapshot.ts";
import type { Credentials } from "#options/credentials.ts";
import type { Parsed } from "#options/parse.ts";
import { narrate } from "#runtime/narrate.ts";

/** What is wrong from the start, and stays so until the options change. */
export const standing = (parsed: Parsed, login: Credentials | undefined): readonly Finding[] => [
	...(parsed.kind === "invalid" ? [finding("alarm", "options_invalid", { problems: parsed.problems.length })] : []),
	...(login?.kind === "required" ? [finding("alarm", "mqtt_credentials_required", { why: login.why })] : []),
];

/** Tells of every turn what changed in it. */
export function narrator(tell: Tell): (snapshot: Snapshot) => void {
	let before: Snapshot | undefined;
	return guarded(
		(snapshot) => {
			const last = before;
			before = snapshot;
			for (const said of narrate(last, snapshot)) tell(said);
		},
		undefined,
		tell,
	);
}

/** A view is no part of control: its bug is told once, and the loop goes on. */
export function guarded<A extends readonly unknown[], R>(
	view: (...seen: A) => R,
	otherwise: R,
	tell: Tell,
): (...seen: A) => R {
	let broken = false;
	return (...seen) => {
		try {
			return view(...seen);
		} catch (bug) {
			if (!broken) tell(notice("error", "view_failed", { text: `Something could not be shown: ${String(bug)}` }));
			broken = true;
			return otherwise;
		}
	};
}

/** Says why control ended; the exit code. */
export function crashed(bug: unknown, tell: Tell): number {
	const text = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
	tell(notice("error", "control_failed", { text: `The control loop failed, so every output goes to rest: ${text}` }));
	return 1;
}
