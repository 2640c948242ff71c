import { reason, unlimited, type Verdict } from "#model/decision/decision.ts";
import type { Mode } from "#model/decision/intent.ts";
import type { CircuitView } from "#model/decision/snapshot.ts";
import { driven } from "#model/plant/circuit.ts";
import { flowOf, open, sameFlow } from "#model/plant/flows.ts";
import type { OutputStates } from "#model/plant/output.ts";
import type { Circuit, Plant } from "#model/plant/plant.ts";
import { type Instant, OFF } from "#model/quantities/units.ts";
import type { Goal } from "./arbitrate.ts";
import type { Bound } from "./bind.ts";
import { type CircuitState, NEW } from "./circuit-state.ts";
import { delayed } from "./machinery/delayed.ts";
import { displaced, type Route } from "./network/route.ts";

/** The states of the last turn, with the flow by what the boards have confirmed since. The same list if nothing changed. */
export function flowing(
	now: Instant,
	{ circuits }: Plant,
	before: readonly CircuitState[],
	outputs: OutputStates,
): readonly CircuitState[] {
	let changed: CircuitState[] | undefined;
	for (const circuit of circuits) {
		const was = before[circuit.index];
		if (was !== undefined && sameFlow(now, circuit, outputs, was)) continue;
		const { runs, since } = flowOf(now, circuit, outputs);
		changed ??= circuits.map(({ index }) => before[index] ?? NEW);
		const { asked, most, full, displaced } = was ?? NEW;
		changed[circuit.index] = { runs, asked, most, full, displaced, ...(since !== undefined && { since }) };
	}
	return changed ?? before;
}

/** The states after this turn's decisions. The same list if nothing changed. */
export function decidedOn(
	{ plant, networkOf }: Bound,
	before: readonly CircuitState[],
	goals: readonly Goal[],
	routes: readonly Route[],
	mode: Mode,
): readonly CircuitState[] {
	let changed: CircuitState[] | undefined;
	for (const circuit of plant.circuits) {
		const { index } = circuit;
		const was = before[index];
		const goal = goals[index];
		if (was === undefined || goal === undefined) continue;
		const { asked, most } = goal;
		// In other modes a full tank is not listened to.
		const full = mode === "auto" ? fills(goal) : undefined;
		const displaced = goal.want > 0 && routeOf(circuit, networkOf, routes)?.chosen.includes(circuit) === false;
		if (asked === was.asked && most === was.most && full === was.full && displaced === was.displaced) continue;
		changed ??= [...before];
		changed[index] = { ...was, asked, most, full, displaced };
	}
	return changed ?? before;
}

/** Whether a claim says that there is enough heat already, obeyed or not. */
function fills({ claims }: Goal): boolean {
	for (const { activity, at_most } of claims) if (activity === "tank_full" && at_most === OFF) return true;
	return false;
}

/** Undefined for a circuit about which there is nothing to choose. */
function routeOf({ index }: Circuit, networkOf: Bound["networkOf"], routes: readonly Route[]): Route | undefined {
	const place = networkOf[index];
	return place === undefined ? undefined : routes[place];
}

/**
 * What each circuit does and why. `asked` are the goals of the outputs before their machinery was protected, `verdicts`
 * those after.
 */
export function circuitVerdicts(
	now: Instant,
	{ plant, networkOf }: Bound,
	goals: readonly Goal[],
	routes: readonly Route[],
	asked: readonly Verdict[],
	verdicts: readonly Verdict[],
	states: OutputStates,
): readonly Verdict[] {
	const all: Verdict[] = [];
	for (const circuit of plant.circuits) {
		const { index } = driven(circuit);
		const verdict = verdicts[index];
		const goal = goals[circuit.index];
		if (verdict === undefined || goal === undefined) continue;
		const one = routeOf(circuit, networkOf, routes);
		all.push(one === undefined ? verdict : verdictIn(now, circuit, goal, one, asked[index], verdict, states));
	}
	return all;
}

function verdictIn(
	now: Instant,
	circuit: Circuit,
	goal: Goal,
	{ chosen }: Route,
	asked: Verdict | undefined,
	verdict: Verdict,
	states: OutputStates,
): Verdict {
	const flows = verdict.want > 0 && open(now, circuit, states);
	const served = chosen.includes(circuit);
	const [first] = chosen;
	// The verdict's reason is about the circuit that is served.
	if (flows && !served && first !== undefined && verdict.because === asked?.because)
		return { ...verdict, because: reason("flows_along", { circuit: first.id }) };
	// Its own reason, unless the machinery changes what is asked.
	if (flows && (!served || verdict.because !== asked?.because)) return verdict;
	if (flows) return goal.want === verdict.want ? goal : asFastAs(verdict, goal);
	if (goal.want === 0) return goal;
	if (!served) return displaced(goal, chosen);
	return delayed(driven(circuit), goal, OFF, verdict.because);
}

/** A circuit that shares its pump with others. */
const asFastAs = ({ want, limited }: Verdict, goal: Goal): Verdict => ({
	...unlimited(goal),
	want,
	...(limited && { limited }),
});

/** Each circuit after a turn: its verdict, and whether heat flows in it by what the boards confirmed. */
export const circuitViews = (
	now: Instant,
	{ circuits }: Plant,
	verdicts: readonly Verdict[],
	states: readonly CircuitState[],
	outputs: OutputStates,
): readonly CircuitView[] =>
	circuits.flatMap((circuit) => {
		const verdict = verdicts[circuit.index];
		const { displaced } = states[circuit.index] ?? NEW;
		return verdict === undefined ? [] : [{ verdict, ...flowOf(now, circuit, outputs), displaced }];
	});
