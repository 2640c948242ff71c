import { ACCESS, type Verdict } from "#model/findings/audited.ts";
import type { Finding } from "#model/findings/finding.ts";
import { FAILURES } from "#mqtt/failure.ts";
import type { Proof, Result } from "./proof.ts";

/** A step, perhaps saved by an older version with other classes. */
export interface Seen extends Omit<Result, "class"> {
	readonly id: string;
	readonly class: string;
}

/** Whether a person should know: it failed, or passed with a reservation. */
export const isFinding = ({ status, class: class_ }: Pick<Seen, "status" | "class">): boolean =>
	status === "fail" || (status === "ok" && class_ !== "ok");

/**
 * Score of a broker from 0 to 100: full marks minus the cost of each failed proof, and half of it for one that is not
 * proven.
 */
export function scoreOf(proofs: readonly Proof[], steps: readonly Seen[]): number {
	const costs = new Map(proofs.map(({ id, costs = 0 }) => [id, costs]));
	const lost = steps.map((step) => {
		const cost = costs.get(step.id) ?? 0;
		if (step.status === "fail") return verdictOf(step) === "unknown" ? cost / 2 : cost;
		return isFinding(step) ? cost / 2 : 0;
	});
	return Math.max(0, Math.round(100 - lost.reduce((a, b) => a + b, 0)));
}

/** Properties of brokers as shipped, or chosen on purpose. Worth knowing, but no alarm. */
const NO_REASON_TO_RING: ReadonlySet<string> = new Set([
	"acl-absent",
	"sys-readable",
	"one-per-user",
	"denial-invisible",
]);

/** A step as a Finding with its class as code. `when` is the time of the audit. */
export const findingOf = (seen: Seen, when: string): Finding => ({
	severity: severityOf(seen),
	code: seen.class,
	facts: { ...seen.facts, proof: seen.id, status: seen.status, verdict: verdictOf(seen), when },
	says: seen.message,
	mend: seen.remedy,
});

function severityOf(result: Pick<Seen, "id" | "status" | "class">): Finding["severity"] {
	if (!isFinding(result) || NO_REASON_TO_RING.has(result.class)) return "info";
	return result.status === "fail" && verdictOf(result) !== "unknown" ? "alarm" : "warning";
}

/** Nothing was measured. */
const UNMEASURED: ReadonlySet<string> = new Set(["not-proven", "denial-invisible", "check-broken"]);

/**
 * What was measured. A failed connection is a problem of the app's own access, and says nothing about others. `fine` is
 * only what was tried and found good.
 */
export function verdictOf({ id, status, class: class_ }: Pick<Seen, "id" | "status" | "class">): Verdict {
	if (status === "skipped" || UNMEASURED.has(class_)) return "unknown";
	// One connection per user is no fault of the login.
	if (status === "ok") return class_ === "ok" || class_ === "one-per-user" ? "fine" : "problem";
	return Object.hasOwn(FAILURES, class_) && !ACCESS.some((way) => way === id) ? "unknown" : "problem";
}
