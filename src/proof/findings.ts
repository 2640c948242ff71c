import type { Finding } from "#model/finding.ts";
import type { Proof, Result } from "./proof.ts";
import type { Step } from "./prove.ts";

/** Whether somebody should know of it: it failed, or it is good with a reservation. */
export const isFinding = ({ status, class: class_ }: Result): boolean =>
	status === "fail" || (status === "ok" && class_ !== "ok");

/** How safe a broker was found, from 0 to 100: full marks less what each proof costs that failed, half where it is not proven. */
export function scoreOf(proofs: readonly Proof[], steps: readonly Step[]): number {
	const costs = new Map(proofs.map(({ id, costs = 0 }) => [id, costs]));
	const lost = steps.map((step) => {
		const cost = costs.get(step.id) ?? 0;
		if (step.status === "fail") return step.class === "not-proven" ? cost / 2 : cost;
		return isFinding(step) ? cost / 2 : 0;
	});
	return Math.max(0, Math.round(100 - lost.reduce((a, b) => a + b, 0)));
}

/** A step as a Finding, its class for a code. `when` says when it was tried. */
export const findingOf = (step: Step, when: string): Finding => ({
	severity: !isFinding(step) ? "info" : step.status === "fail" && step.class !== "not-proven" ? "alarm" : "warning",
	code: step.class,
	facts: {
		...step.facts,
		proof: step.id,
		status: step.status,
		when,
		text: step.remedy === "" ? step.message : `${step.message} ${step.remedy}`,
	},
});
