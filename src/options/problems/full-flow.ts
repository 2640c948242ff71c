import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import type { Item } from "../entries/with-ids.ts";

/** Only a pump moves a fluid. */
export const flowProblems = (outputs: readonly Item[]): readonly Problem[] =>
	outputs.flatMap(({ role, full_flow }, i) =>
		full_flow === undefined || role === "pump" || typeof role !== "string"
			? []
			: [problem(`outputs[${i}].full_flow`, full_flow, mend("flow_of_pump"))],
	);
