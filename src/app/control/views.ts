import type { Snapshot } from "#model/decision/snapshot.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import { problemAlone } from "#model/findings/problem-facts.ts";
import type { Tell } from "#model/sentences/notice.ts";
import { inside } from "#model/sentences/sentence.ts";
import type { Credentials } from "#options/credentials.ts";
import type { Parsed } from "#options/parse.ts";
import type { Clock } from "#runtime/clock.ts";
import { narrate } from "#runtime/log/narrate.ts";
import { Minutes } from "#store/history/minutes.ts";
import { Reasons } from "#store/history/reasons.ts";
import type { Store } from "#store/store-contract.ts";
import type { Observer } from "../beside/running.ts";
import { EndedDays } from "./energy-days.ts";

/** Findings that are known at the start and stay until the options change. */
export const standing = (parsed: Parsed, login: Credentials | undefined): readonly Finding[] => [
	...(parsed.kind === "invalid" ? invalid(parsed) : []),
	...(nothingToDo(parsed) ? [finding("warning", "nothing_configured")] : []),
	...(login?.kind === "required" ? [finding("alarm", "mqtt_credentials_required", inside("why", login.why))] : []),
];

/** Most problems that are listed one by one. */
const LISTED = 20;

/** What is wrong, without the value, which may be a secret. */
function invalid(parsed: Extract<Parsed, { readonly kind: "invalid" }>): readonly Finding[] {
	const { problems } = parsed;
	return [
		finding("alarm", "options_invalid", { problems: problems.length }),
		...problems.slice(0, LISTED).map((one) => finding("alarm", "options_wrong", problemAlone(one))),
	];
}

/** The state right after installation. */
export const nothingToDo = (parsed: Parsed): boolean =>
	parsed.kind === "valid" && parsed.options.sensors.length + parsed.options.outputs.length === 0;

/** If the last turn is older than this many periods, and this many seconds, the loop hangs. */
const ALIVE_PERIODS = 5;
const ALIVE_SECONDS = 10;

/** Whether the loop turns. @param period between two turns, in seconds of the machine */
export function pulseOf(period: number) {
	const first = Promise.withResolvers<void>();
	let at = performance.now();
	return {
		turned() {
			at = performance.now();
			first.resolve();
		},
		started: first.promise,
		alive: () => performance.now() - at < Math.max(ALIVE_SECONDS, ALIVE_PERIODS * period) * 1000,
	};
}

/** Logs what changed in each turn. */
export function narrator(tell: Tell): Observer {
	let before: Snapshot | undefined;
	return {
		turned(snapshot) {
			const last = before;
			before = snapshot;
			for (const said of narrate(last, snapshot)) tell(said);
		},
	};
}

/** Hands every minute, all that switched, the reasons and the energies of each day to the store. Without `days` nothing is recorded. */
export function recording(store: Pick<Store, "record">, time: Pick<Clock, "date">, days: number | undefined): Observer {
	if (days === undefined) return {};
	const minutes = new Minutes();
	const energies = new EndedDays();
	const reasons = new Reasons();
	const turned = (snapshot: Snapshot) => {
		const at = time.date().getTime();
		store.record([...minutes.add(snapshot, at), ...reasons.add(snapshot, at), ...energies.after(snapshot)], days);
	};
	return {
		turned,
		ended(left) {
			if (left !== undefined) turned(left);
			// The minute that has begun.
			store.record(minutes.rest(), days);
		},
	};
}
