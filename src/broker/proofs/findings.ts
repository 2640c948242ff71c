import { ACCESS, type Verdict } from "#model/findings/audited.ts";
import type { Finding } from "#model/findings/finding.ts";
import { FAILURES } from "#mqtt/failure.ts";
import type { Proof, Result } from "./proof.ts";

/** A step, as it may have been kept by an older version, which had other classes. */
export interface Seen extends Omit<Result, "class"> {
	readonly id: string;
	readonly class: string;
}

/** Whether somebody should know of it: it failed, or it is good with a reservation. */
export const isFinding = ({ status, class: class_ }: Pick<Seen, "status" | "class">): boolean =>
	status === "fail" || (status === "ok" && class_ !== "ok");

/** How safe a broker was found, from 0 to 100: full marks less what each proof costs that failed, half where it is not proven. */
export function scoreOf(proofs: readonly Proof[], steps: readonly Seen[]): number {
	const costs = new Map(proofs.map(({ id, costs = 0 }) => [id, costs]));
	const lost = steps.map((step) => {
		const cost = costs.get(step.id) ?? 0;
		if (step.status === "fail") return step.class === "not-proven" ? cost / 2 : cost;
		return isFinding(step) ? cost / 2 : 0;
	});
	return Math.max(0, Math.round(100 - lost.reduce((a, b) => a + b, 0)));
}

/** What brokers are like as they are shipped, or on purpose: to be known, and no reason to ring. */
const NO_REASON_TO_RING: ReadonlySet<string> = new Set(["acl-absent", "sys-readable", "one-per-user"]);

/** A step as people read it, in the language of the house. */
export interface Told {
	readonly message: string;
	readonly remedy: string;
}

/** A step as a Finding, its class for a code. `when` says when it was tried. */
export const findingOf = (seen: Seen, when: string, { message, remedy }: Told): Finding => ({
	severity: severityOf(seen),
	code: seen.class,
	facts: {
		...seen.facts,
		...{ proof: seen.id, status: seen.status, verdict: verdictOf(seen), when, message, remedy },
		text: remedy === "" ? message : `${message} ${remedy}`,
	},
});

function severityOf(result: Pick<Seen, "status" | "class">): Finding["severity"] {
	if (!isFinding(result) || NO_REASON_TO_RING.has(result.class)) return "info";
	return result.status === "fail" && result.class !== "not-proven" ? "alarm" : "warning";
}

/** Nothing was measured, whatever the step ended in. */
const UNMEASURED: ReadonlySet<string> = new Set(["not-proven", "denial-invisible", "check-broken"]);

/**
 * What was measured. That a connection failed is a problem of what should get through, and says nothing of who else does;
 * `fine` is only what was tried and found good.
 */
export function verdictOf({ id, status, class: class_ }: Pick<Seen, "id" | "status" | "class">): Verdict {
	if (status === "skipped" || UNMEASURED.has(class_)) return "unknown";
	// To give each user one connection is no flaw of the login.
	if (status === "ok") return class_ === "ok" || class_ === "one-per-user" ? "fine" : "problem";
	return Object.hasOwn(FAILURES, class_) && !ACCESS.some((way) => way === id) ? "unknown" : "problem";
}
