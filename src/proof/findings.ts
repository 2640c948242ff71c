import type { Finding } from "#model/finding.ts";
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

/** What brokers are like as they are shipped: to be known, and no reason to ring. */
const AS_SHIPPED: ReadonlySet<string> = new Set(["acl-absent", "sys-readable"]);

/** A step as a Finding, its class for a code. `when` says when it was tried. */
export const findingOf = ({ facts, id, status, message, remedy, class: code }: Seen, when: string): Finding => ({
	severity: severityOf({ status, class: code }),
	code,
	facts: { ...facts, proof: id, status, when, message, remedy, text: remedy === "" ? message : `${message} ${remedy}` },
});

function severityOf(result: Pick<Seen, "status" | "class">): Finding["severity"] {
	if (!isFinding(result) || AS_SHIPPED.has(result.class)) return "info";
	return result.status === "fail" && result.class !== "not-proven" ? "alarm" : "warning";
}
