import { chosenOf, goalOf } from "./choice.ts";
import { isOpen, wanted } from "./flows.ts";
import { type Law, law } from "./law.ts";

const circuits = law(
	"a circuit says that it runs just where heat flows, and is displaced just where another is served",
	(moment, applies) => {
		const { plant, decision } = moment;
		const chosen = new Set(plant.groups.flatMap((group) => chosenOf(moment, group).map(([circuit]) => circuit)));
		for (const circuit of plant.circuits) {
			const { id, index, pump } = circuit;
			const flows = wanted(moment, pump) > 0 && isOpen(moment, circuit);
			const says = (decision.circuits[index]?.want ?? 0) > 0;
			if (says !== flows) return `${id} says ${says ? "that it runs" : "that it rests"}`;
			const waits = goalOf(moment, circuit).want > 0 && !chosen.has(circuit);
			if (decision.state.circuits[index]?.displaced !== waits) return `${id} is ${waits ? "" : "not "}displaced`;
			if (flows || waits) applies();
		}
		return undefined;
	},
);

const levels = law(
	"what rules know of a circuit is the most that claims left it, and whether heat flowed",
	(moment, applies) => {
		for (const circuit of moment.plant.circuits) {
			const known = moment.decision.state.circuits[circuit.index];
			applies();
			if (known?.most !== goalOf(moment, circuit).most) return `${circuit.id} is left ${known?.most}`;
			const flowed = (moment.told[circuit.pump.index]?.runs ?? false) && isOpen(moment, circuit);
			if (known?.runs !== flowed) return `${circuit.id} ran: ${known?.runs}`;
		}
		return undefined;
	},
);

export const SHOWN: readonly Law[] = [circuits, levels];
