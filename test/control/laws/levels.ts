import type { Output } from "#model/plant/plant.ts";
import type { Moment } from "../../fakes/drawn/house.ts";
import { chosenOf, type Goal, goalAlone, levelFor, urgentlyOff } from "./choice.ts";
import { aloneIn, isOpen, pumpsOf, told, valvesOf, wanted } from "./flows.ts";
import { heard, judged, levelsOf, onOutput } from "./judging.ts";
import { type Law, law } from "./law.ts";

const possible = law(
	"every output gets a level that it has: a relay 0 or 100, a speed pump its steps",
	(moment, applies) => {
		for (const output of moment.plant.outputs) {
			applies();
			if (!levelsOf(output).includes(wanted(moment, output))) return `${output.id} at ${wanted(moment, output)}`;
		}
		return undefined;
	},
);

const partnersOf = ({ plant }: Moment, output: Output) =>
	plant.outputs.filter((o) => o.id === output.excludes || o.excludes === output.id);

/** The level that least times and a kick make of a goal. */
function paced(moment: Moment, output: Output, goal: Goal, urgent: boolean): readonly number[] {
	const { runs, turned } = told(moment, output);
	const lasted = turned === undefined ? Number.POSITIVE_INFINITY : moment.now - turned;
	const lowest = levelsOf(output)[1] ?? 0;
	if (goal.want > 0 && !runs && lasted < output.least_rest) return [0];
	const held = goal.want === 0 && runs && !urgent && lasted < output.least_run;
	const level = held ? lowest : goal.want;
	const kicks = level > 0 && !held && output.kick !== undefined && (!runs || lasted < output.kick);
	const levels = [kicks ? Math.max(level, goal.safe) : level];
	const before = moment.before[output.index]?.wanted ?? 0;
	const { dead_band = 0 } = output;
	// A small change waits, but not for safety or a person, and not at the ends of its range.
	const waits = goal.by !== "manual" && goal.by !== "safety" && before > 0 && before <= goal.safe;
	const within = levelsOf(output).slice(2, -1);
	if (waits && levels.some((l) => within.includes(l) && Math.abs(l - before) < dead_band)) levels.push(before);
	return output.starts_per_hour > 0 && !runs ? [...levels, 0] : levels;
}

const alone = law(
	"an output without valves does what the strongest claims say, within its least times",
	(moment, applies) => {
		for (const output of aloneIn(moment.plant)) {
			const goal = goalAlone(moment, output);
			const fine = paced(moment, output, goal, urgentlyOff(moment, goal));
			const want = wanted(moment, output);
			applies();
			if (fine.includes(want) || (want === 0 && partnersOf(moment, output).length > 0)) continue;
			return `${output.id} is at ${want}, not at ${fine.join(" or ")}`;
		}
		return undefined;
	},
);

/** A valve of this pump is claimed where it does not stand. */
const isClaimedAway = (moment: Moment, pump: Output): boolean =>
	valvesOf(moment.plant, pump).some((valve) => {
		const own = onOutput(valve, heard(moment));
		return own.length > 0 && judged(valve, own).want !== told(moment, valve).at;
	});

const valved = law("a pump behind valves runs as fast as the circuits that it serves say", (moment, applies) => {
	for (const pump of pumpsOf(moment.plant)) {
		const want = wanted(moment, pump);
		if (want === 0 || valvesOf(moment.plant, pump).length === 0) continue;
		const group = moment.plant.groups.find(({ pumps }) => pumps.includes(pump));
		const served = (group === undefined ? [] : chosenOf(moment, group)).filter(([c]) => c.pump === pump);
		const flows = moment.plant.circuits.filter((c) => c.pump === pump && isOpen(moment, c));
		const goals = served.map(([, goal]) => goal);
		const safe = Math.min(...goals.map((goal) => goal.safe), levelsOf(pump).at(-1) ?? 0);
		const resting: Goal = { want: 0, most: 0, safe, pressed: false, pull: [], by: undefined, decided: true };
		const ready = served.length > 0 && served.every(([circuit]) => flows.includes(circuit));
		// While another valve has to move, it stops, or goes on for its least run.
		const others =
			flows.length > served.length || isClaimedAway(moment, pump) ? paced(moment, pump, resting, false) : [];
		const fine = [
			...others,
			...paced(moment, pump, ready ? { ...resting, want: levelFor(moment, pump, served) } : resting, false),
		];
		applies();
		if (!fine.includes(want)) return `${pump.id} is at ${want}, not at ${fine.join(" or ")}`;
	}
	return undefined;
});

export const LEVELS: readonly Law[] = [possible, alone, valved];
