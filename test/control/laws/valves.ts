import type { Circuit, Output } from "#model/plant/plant.ts";
import type { Moment } from "../../fakes/drawn/house.ts";
import { astray, chosenOf, goalOf } from "./choice.ts";
import { circuitsOf, isOpen, isValve, mayBeOpen, openOf, pumpsOf, told, valvesOf, wanted } from "./flows.ts";
import { heard, judged, onOutput } from "./judging.ts";
import { type Law, law } from "./law.ts";

const behindValves = ({ plant }: Moment) => pumpsOf(plant).filter((pump) => valvesOf(plant, pump).length > 0);

const confirmed = law(
	"a pump runs only while its valves are confirmed where a circuit needs them",
	(moment, applies) => {
		for (const pump of behindValves(moment)) {
			if (wanted(moment, pump) === 0) continue;
			applies();
			if (openOf(moment, pump).length === 0) return `${pump.id} runs, and no circuit is open`;
			const unsure = circuitsOf(moment.plant, pump).find((circuit) => mayBeOpen(moment, circuit));
			if (unsure !== undefined) return `${pump.id} runs, and ${unsure.id} may be open`;
		}
		return undefined;
	},
);

const onePart = law("a pump never feeds two parts", (moment, applies) => {
	for (const pump of pumpsOf(moment.plant)) {
		const parts = new Set(openOf(moment, pump).map(({ to }) => to));
		if (parts.size < 2) continue;
		applies();
		if (wanted(moment, pump) > 0) return `${pump.id} feeds ${[...parts].map(({ id }) => id).join(" and ")}`;
	}
	return undefined;
});

/** Where a valve is, as far as is known; otherwise where it was sent. */
const stays = (moment: Moment, valve: Output) => told(moment, valve).at ?? moment.before[valve.index]?.wanted ?? 0;
const moves = (moment: Moment) =>
	moment.plant.outputs.filter((o) => isValve(moment.plant, o) && wanted(moment, o) !== stays(moment, o));

const underPump = law(
	"a valve moves only while its pumps are confirmed off, except one that is welded and whose heat goes astray",
	(moment, applies) => {
		for (const valve of moves(moment)) {
			const pumps = pumpsOf(moment.plant).filter((pump) => valvesOf(moment.plant, pump).includes(valve));
			for (const pump of pumps) {
				applies();
				if (wanted(moment, pump) > 0) return `${valve.id} moves while ${pump.id} is to run`;
				if (told(moment, pump).at === 0) continue;
				const sentOff = moment.before[pump.index]?.wanted === 0;
				if (!sentOff || !astray(moment, pump)) return `${valve.id} moves before ${pump.id} is off`;
			}
		}
		return undefined;
	},
);

/** A welded pump pumps where safety forbids it, and its first circuit that is allowed needs the valve like this. */
const flees = (moment: Moment, valve: Output, want: number): boolean =>
	pumpsOf(moment.plant).some((pump) => {
		if (told(moment, pump).at === 0 || moment.before[pump.index]?.wanted !== 0) return false;
		const circuits = circuitsOf(moment.plant, pump);
		const allowed = circuits.filter((circuit) => goalOf(moment, circuit).safe > 0);
		const first = Math.min(...allowed.map(({ priority }) => priority));
		const refuge = allowed.length < circuits.length ? allowed.find(({ priority }) => priority === first) : undefined;
		return refuge?.valves.some((v) => v.valve === valve && v.position === want) === true;
	});

/** A pump that serves circuits would feed another one as well, through this valve. */
const closes = (moment: Moment, valve: Output, chosen: readonly Circuit[]): boolean =>
	moment.plant.circuits.some(
		(circuit) =>
			!chosen.includes(circuit) &&
			chosen.some(({ pump }) => pump === circuit.pump) &&
			circuit.valves.some((v) => v.valve === valve && v.position === stays(moment, valve)),
	);

const purpose = law(
	"a valve moves for a circuit that is served, to its rest, or as it is claimed",
	(moment, applies) => {
		for (const valve of moves(moment)) {
			applies();
			const want = wanted(moment, valve);
			const group = moment.plant.groups.find(({ valves }) => valves.includes(valve));
			const chosen = group === undefined ? [] : chosenOf(moment, group);
			const needed = chosen.flatMap(([{ valves }]) => valves.filter((v) => v.valve === valve));
			const own = onOutput(valve, heard(moment));
			const left = judged(valve, own);
			const rest = valve.rest === "load_on" ? 100 : valve.rest === "load_off" ? 0 : undefined;
			if (needed.length > 0 ? needed.every(({ position }) => position === want) : false) continue;
			const served = chosen.map(([circuit]) => circuit);
			const resting = want === rest;
			const claimed = own.length > 0 && left.want === want;
			if (needed.length === 0 && (claimed || resting || closes(moment, valve, served))) continue;
			if (served.length === 0 && flees(moment, valve, want)) continue;
			return `${valve.id} moves to ${want}, and ${served.map(({ id }) => id).join()} is served`;
		}
		return undefined;
	},
);

/** A claim on its valves opens it, whoever is served. */
const isHeldOpen = (moment: Moment, { valves }: Circuit): boolean =>
	heard(moment).some(({ on, at_least }) => valves.some(({ valve, position }) => valve === on && position === at_least));

const turn = law(
	"of circuits that exclude each other the one runs that ranks and priority put first",
	(moment, applies) => {
		for (const group of moment.plant.groups) {
			const chosen = new Set(chosenOf(moment, group).map(([circuit]) => circuit));
			for (const pump of group.pumps) {
				if (wanted(moment, pump) === 0) continue;
				const open = circuitsOf(moment.plant, pump).filter((circuit) => isOpen(moment, circuit));
				const { runs, turned } = told(moment, pump);
				if (runs && turned !== undefined && moment.now - turned < pump.least_run) continue;
				if (open.length > 0) applies();
				const wrong = open
					.filter((circuit) => !isHeldOpen(moment, circuit))
					.find((circuit) => !chosen.has(circuit) && (goalOf(moment, circuit).want > 0 || chosen.size > 0));
				if (wrong !== undefined) return `${wrong.id} runs, not ${[...chosen].map(({ id }) => id).join()}`;
			}
		}
		return undefined;
	},
);

export const VALVES: readonly Law[] = [confirmed, onePart, underPump, purpose, turn];
