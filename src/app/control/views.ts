import type { Snapshot } from "#model/decision/snapshot.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import type { Credentials } from "#options/credentials.ts";
import { languageIn } from "#options/language.ts";
import type { Parsed } from "#options/parse.ts";
import type { Clock } from "#runtime/clock.ts";
import { narrate } from "#runtime/log/narrate.ts";
import { Minutes } from "#store/history/minutes.ts";
import type { Store } from "#store/store-contract.ts";
import { toldProblem } from "#texts/say.ts";

/** What is wrong from the start, and stays so until the options change. */
export const standing = (parsed: Parsed, login: Credentials | undefined): readonly Finding[] => [
	...(parsed.kind === "invalid" ? invalid(parsed) : []),
	...(nothingToDo(parsed) ? [finding("warning", "nothing_configured")] : []),
	...(login?.kind === "required" ? [finding("alarm", "mqtt_credentials_required", { why: login.why })] : []),
];

/** Problems that are shown one by one: more would hide the rest. */
const LISTED = 20;

/** What is wrong, without what was found there: that may hold a secret. */
function invalid(parsed: Extract<Parsed, { readonly kind: "invalid" }>): readonly Finding[] {
	const { problems, beside } = parsed;
	const language = beside === undefined ? "en" : languageIn(beside);
	return [
		finding("alarm", "options_invalid", { problems: problems.length }),
		...problems.slice(0, LISTED).map((one) => {
			const { path, remedy, code } = toldProblem(language, one);
			return finding("alarm", "options_wrong", { path, problem: code, remedy });
		}),
	];
}

/** As it is right after the installation. */
export const nothingToDo = (parsed: Parsed): boolean =>
	parsed.kind === "valid" && parsed.options.sensors.length + parsed.options.outputs.length === 0;

/** Reports what changed in each turn. */
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

/**
 * Hands every minute, and all that switched, to the store. `stop` takes how things are left, and the minute that has
 * begun. Without `days` nothing is recorded.
 */
export function recording(
	store: Store,
	time: Clock,
	days: number | undefined,
): { turn(snapshot: Snapshot): void; stop(left: Snapshot | undefined): void } {
	const minutes = new Minutes();
	const turn = (snapshot: Snapshot) => {
		if (days !== undefined) store.record(minutes.add(snapshot, time.date().getTime()), days);
	};
	return {
		turn,
		stop(left) {
			if (left !== undefined) turn(left);
			if (days !== undefined) store.record(minutes.rest(), days);
		},
	};
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
