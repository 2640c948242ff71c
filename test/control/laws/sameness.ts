import { isDeepStrictEqual } from "node:util";
import type { Decision } from "#control/step.ts";
import { type Law, law } from "./law.ts";

/** Of equal claims the first is named, so reasons may differ with the order. */
const done = ({ verdicts, state }: Decision) => [
	verdicts.map(({ want, rank, urgent }) => [want, rank, urgent]),
	state.memories,
	state.starts,
];

const order = law("the order of rules and claims decides nothing", ({ decision, turned }, applies) => {
	if (turned === undefined) return undefined;
	applies();
	return isDeepStrictEqual(done(decision), done(turned)) ? undefined : "another order decides otherwise";
});

const memory = law(
	"the same turn is decided in the same way, with memories that were saved and read",
	(moment, applies) => {
		const { decision, again } = moment;
		if (again === undefined) return undefined;
		applies();
		return isDeepStrictEqual(decision, again) ? undefined : "saved memories decide otherwise";
	},
);

const reasons = law("every verdict has a reason and no fact that is not a number", ({ decision }, applies) => {
	for (const { because } of decision.verdicts) {
		applies();
		if (because.code === "" || Object.values(because.facts).some((fact) => Number.isNaN(fact))) return because.code;
	}
	return undefined;
});

export const SAMENESS: readonly Law[] = [order, memory, reasons];
