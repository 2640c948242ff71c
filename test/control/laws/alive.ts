import type { Circuit } from "#model/plant/plant.ts";
import type { Moment } from "../../fakes/drawn/house.ts";
import { chosenOf } from "./choice.ts";
import { isOpen, told, wanted } from "./flows.ts";
import { type Law, law } from "./law.ts";

const HOUR = 3600;
const TURNS = 7;

/** Waiting to be served: for how many turns, and since when. */
interface Waiting {
	turns: number;
	since: number;
}

/** Whether all boards of a circuit's group did what they were told, so that nothing but control delays it. */
function obeyed(moment: Moment, circuit: Circuit): boolean {
	const group = moment.plant.groups.find(({ circuits }) => circuits.includes(circuit));
	return [...(group?.pumps ?? []), ...(group?.valves ?? [])].every(
		(output) => told(moment, output).at === moment.before[output.index]?.wanted,
	);
}

const rivals = ({ plant }: Moment, { pump }: Circuit) =>
	plant.outputs.some((o) => o.id === pump.excludes || o.excludes === pump.id);

const alive: Law = {
	says: "a circuit that is asked for and put first runs before long",
	watch: (plant) => {
		const waiting = plant.circuits.map((): Waiting | undefined => undefined);
		return (moment, applies) => {
			const chosen = new Set(plant.groups.flatMap((group) => chosenOf(moment, group).map(([circuit]) => circuit)));
			for (const circuit of plant.circuits) {
				const served = wanted(moment, circuit.pump) > 0 && isOpen(moment, circuit);
				if (!chosen.has(circuit) || served || !obeyed(moment, circuit) || rivals(moment, circuit)) {
					if (served && waiting[circuit.index] !== undefined) applies();
					waiting[circuit.index] = undefined;
					continue;
				}
				const last = waiting[circuit.index] ?? { turns: 0, since: moment.now };
				waiting[circuit.index] = last;
				last.turns += 1;
				const { pump, valves } = circuit;
				const travel = Math.max(0, ...valves.map(({ valve }) => valve.travel ?? 0));
				const patience = HOUR + pump.least_rest + pump.least_run + 2 * travel;
				if (last.turns > TURNS && moment.now - last.since > patience) return `${circuit.id} never starts`;
			}
			return undefined;
		};
	},
};

const silence = law(
	"an output that no claim asks for and that is not held by its least run is off",
	(moment, applies) => {
		for (const output of moment.plant.outputs) {
			if (output.role === "valve" || moment.decision.state.mode !== "auto") continue;
			if (moment.claims.some(({ on, at_least }) => at_least > 0 && ("pump" in on ? on.pump : on) === output)) continue;
			const { runs, turned } = told(moment, output);
			if (runs && turned !== undefined && moment.now - turned < output.least_run) continue;
			applies();
			if (wanted(moment, output) > 0) return `${output.id} runs unasked`;
		}
		return undefined;
	},
);

export const ALIVE: readonly Law[] = [alive, silence];
