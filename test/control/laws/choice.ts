import type { Circuit, Group, Output } from "#model/plant/plant.ts";
import type { Moment } from "../../fakes/drawn/house.ts";
import { isOpen, mayBeOpen } from "./flows.ts";
import { heard, judged, type Left, levelsOf, onCircuit, onOutput } from "./judging.ts";
import { once } from "./law.ts";

/** What claims want of a circuit or of an output that is decided alone, with the mode applied. */
export interface Goal extends Left {
	/** A claim decides it. Without one the mode may bring it to rest. */
	readonly decided: boolean;
}

export const goalOf = once((moment, circuit: Circuit): Goal => {
	const goal = withMode(moment, circuit.pump, judged(circuit.pump, onCircuit(circuit, heard(moment))));
	// At rest heat goes no new way.
	return goal.decided || moment.decision.state.mode === "auto" || isOpen(moment, circuit) ? goal : { ...goal, want: 0 };
});
export const goalAlone = (moment: Moment, output: Output): Goal => {
	const circuit = moment.plant.circuits.find(({ pump }) => pump === output);
	if (circuit !== undefined) return goalOf(moment, circuit);
	return withMode(moment, output, judged(output, onOutput(output, heard(moment))));
};

function withMode(moment: Moment, output: Output, left: Left): Goal {
	const decided = left.want > 0 || left.most === 0;
	if (decided || moment.decision.state.mode === "auto") return { ...left, decided };
	return { ...left, want: Math.min(left.most, restOf(moment, output)), decided };
}

function restOf(moment: Moment, output: Output): number {
	const state = moment.before[output.index];
	switch (output.rest) {
		case "load_off":
			return 0;
		case "load_on":
			return levelsOf(output).at(-1) ?? 0;
		case "hold":
			return state?.actual ?? state?.wanted ?? 0;
	}
}

/** Whether one pump feeds one part from different ones, and no valve is needed in two positions. */
function together(a: Circuit, b: Circuit): boolean {
	const agree = a.valves.every((v) => b.valves.every((w) => v.valve !== w.valve || v.position === w.position));
	return agree && (a.pump !== b.pump || (a.to === b.to && a.from !== b.from));
}

/** Whether `a` is served before `b`: by ranks, then by priority, then as its valves stand. */
function ahead(moment: Moment, a: readonly [Circuit, Goal], b: readonly [Circuit, Goal]): number {
	const [[one, { pull }], [other, { pull: theirs }]] = [a, b];
	for (const [rank, mine] of pull.entries()) {
		const differs = (theirs[rank] ?? 0) - mine;
		if (differs !== 0) return differs;
	}
	const asked = (pull.find((each) => each !== 0) ?? 0) > 0;
	const stay = Number(isOpen(moment, other)) - Number(isOpen(moment, one));
	const order = one.priority - other.priority;
	return (asked ? order || stay : stay || order) || one.index - other.index;
}

/** The circuits of a group that are to run now, before least times and valves. */
export const chosenOf = once((moment, { circuits }: Group): readonly (readonly [Circuit, Goal])[] => {
	const wanting = circuits
		.map((circuit) => [circuit, goalOf(moment, circuit)] as const)
		.filter(([, { want }]) => want > 0)
		.sort((a, b) => ahead(moment, a, b));
	const chosen: (readonly [Circuit, Goal])[] = [];
	for (const one of wanting) if (chosen.every(([other]) => together(one[0], other))) chosen.push(one);
	return chosen;
});

/**
 * The level at which a pump serves these circuits: what all claims on them leave together, rank by rank. Where none asks, the
 * most that rest wants within that.
 */
export function levelFor(moment: Moment, pump: Output, served: readonly (readonly [Circuit, Goal])[]): number {
	const claims = served.flatMap(([circuit]) => onCircuit(circuit, heard(moment)));
	const { want, most } = judged(pump, claims);
	return want > 0 ? want : Math.min(most, Math.max(0, ...served.map(([, goal]) => goal.want)));
}

/** Whether its heat goes where it may not: valves unknown or moving, two parts, or a circuit that safety or mode off forbids. */
export function astray(moment: Moment, pump: Output): boolean {
	const { circuits } = moment.plant;
	const open = circuits.filter((circuit) => circuit.pump === pump && isOpen(moment, circuit));
	const [first] = open;
	if (first === undefined || open.some(({ to }) => to !== first.to)) return true;
	if (circuits.some((circuit) => circuit.pump === pump && mayBeOpen(moment, circuit))) return true;
	return open.some((circuit) => urgentlyOff(moment, goalOf(moment, circuit)));
}

/** A stop that nothing may delay. */
export const urgentlyOff = (moment: Moment, { want, pressed, decided }: Goal): boolean =>
	pressed || (want === 0 && !decided && moment.decision.state.mode === "off");
