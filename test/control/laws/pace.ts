import type { Output } from "#model/plant/plant.ts";
import type { Moment } from "../../fakes/drawn/house.ts";
import { astray, goalAlone, goalOf, urgentlyOff } from "./choice.ts";
import { circuitsOf, isOpen, isValve, told, valvesOf, wanted } from "./flows.ts";
import { type Law, law } from "./law.ts";

const HOUR = 3600;
const partnersOf = ({ plant }: Moment, output: Output) =>
	plant.outputs.filter((o) => o.id === output.excludes || o.excludes === output.id);

const isAsked = (moment: Moment, output: Output): boolean => {
	const circuits = circuitsOf(moment.plant, output);
	const goals = circuits.length === 0 ? [goalAlone(moment, output)] : circuits.map((c) => goalOf(moment, c));
	return goals.some(({ want }) => want > 0);
};

/** Safety or mode off want it off, its heat goes astray, or a partner takes over. */
function mayStopNow(moment: Moment, output: Output): boolean {
	if (partnersOf(moment, output).some((o) => isAsked(moment, o) || told(moment, o).runs)) return true;
	const circuits = circuitsOf(moment.plant, output);
	if (circuits.length === 0) return urgentlyOff(moment, goalAlone(moment, output));
	if (circuits.every((circuit) => urgentlyOff(moment, goalOf(moment, circuit)))) return true;
	return valvesOf(moment.plant, output).length > 0 && astray(moment, output);
}

const leastRun = law(
	"nothing stops before its least run, unless safety, mode off or a valve demand it",
	(moment, applies) => {
		for (const output of moment.plant.outputs) {
			const { runs, turned } = told(moment, output);
			if (isValve(moment.plant, output) || !runs || turned === undefined) continue;
			if (moment.now - turned >= output.least_run || wanted(moment, output) > 0) continue;
			applies();
			if (!mayStopNow(moment, output)) return `${output.id} stops after ${moment.now - turned} s`;
		}
		return undefined;
	},
);

const leastRest = law("nothing starts before its least rest", (moment, applies) => {
	for (const output of moment.plant.outputs) {
		const { runs, turned } = told(moment, output);
		if (isValve(moment.plant, output) || runs || turned === undefined) continue;
		if (moment.now - turned >= output.least_rest) continue;
		applies();
		if (wanted(moment, output) > 0) return `${output.id} starts after ${moment.now - turned} s`;
	}
	return undefined;
});

const startsPerHour: Law = {
	says: "nothing starts more often in an hour than it may",
	watch: (plant) => {
		const starts = plant.outputs.map((): number[] => []);
		return (moment, applies) => {
			for (const output of plant.outputs) {
				const own = starts[output.index] ?? [];
				const { runs } = told(moment, output);
				const sent = (moment.before[output.index]?.wanted ?? 0) > 0;
				if (output.starts_per_hour === 0 || runs || sent || wanted(moment, output) === 0) continue;
				own.push(moment.now);
				const recent = own.filter((at) => moment.now - at < HOUR).length;
				if (recent === output.starts_per_hour) applies();
				if (recent > output.starts_per_hour) return `${output.id} starts ${recent} times in an hour`;
			}
			return undefined;
		};
	},
};

const urgent = law(
	"nothing delays a stop for safety or by mode off, and no least run keeps heat going astray",
	(moment, applies) => {
		for (const output of moment.plant.outputs) {
			if (isValve(moment.plant, output)) continue;
			const circuits = circuitsOf(moment.plant, output);
			const open = circuits.filter((circuit) => isOpen(moment, circuit));
			const stops =
				circuits.length === 0
					? urgentlyOff(moment, goalAlone(moment, output))
					: open.some((circuit) => urgentlyOff(moment, goalOf(moment, circuit))) ||
						(valvesOf(moment.plant, output).length > 0 && astray(moment, output));
			if (!stops) continue;
			if (told(moment, output).runs) applies();
			if (wanted(moment, output) > 0) return `${output.id} goes on`;
		}
		return undefined;
	},
);

const exclusive = law(
	"of two outputs that exclude each other one is off and confirmed off while the other starts",
	(moment, applies) => {
		for (const output of moment.plant.outputs) {
			for (const other of partnersOf(moment, output)) {
				if (wanted(moment, output) === 0) continue;
				applies();
				if (wanted(moment, other) > 0) return `${output.id} and ${other.id} are both to run`;
				const { at } = told(moment, other);
				if ((at ?? 0) > 0) return `${output.id} is to run while ${other.id} does`;
				const failed = moment.before[other.index]?.fault !== undefined;
				if (at === undefined && failed && !told(moment, output).runs)
					return `${output.id} starts, ${other.id} is unknown`;
			}
		}
		return undefined;
	},
);

export const PACE: readonly Law[] = [leastRun, leastRest, startsPerHour, urgent, exclusive];
