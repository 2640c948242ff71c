import type { Circuit, Output, Part, Plant } from "#model/plant/plant.ts";
import type { Moment } from "../../fakes/drawn/house.ts";
import { aloneIn, isOpen, isValve, told, wanted } from "./flows.ts";
import { heard, judged, onCircuit, onOutput } from "./judging.ts";
import { type Law, law } from "./law.ts";

/** The highest level that safety leaves each circuit, and each output that is decided alone. */
function limits(moment: Moment): readonly { what: string; output: Output; flows: boolean; safe: number }[] {
	const claims = heard(moment).filter(({ rank }) => rank === "safety");
	const { plant } = moment;
	return [
		...plant.circuits.map((c) => ({
			...{ what: c.id, output: c.pump, flows: isOpen(moment, c), safe: judged(c.pump, onCircuit(c, claims)).safe },
		})),
		...aloneIn(plant).map((o) => ({
			...{ what: o.id, output: o, flows: true, safe: judged(o, [...onOutput(o, claims)]).safe },
		})),
	];
}

const forbidden = law("no heat flows where safety forbids it, from the turn on in which it does", (moment, applies) => {
	for (const { what, output, flows, safe } of limits(moment)) {
		if (safe > 0 || !flows) continue;
		if (told(moment, output).runs) applies();
		if (wanted(moment, output) > 0) return `${what} is forbidden`;
	}
	return undefined;
});

const ceiling = law("safety's limit is never exceeded", (moment, applies) => {
	for (const { what, output, flows, safe } of limits(moment)) {
		if (safe === 0 || safe === 100 || !flows) continue;
		applies();
		if (wanted(moment, output) > safe) return `${what} is at ${wanted(moment, output)}, safety leaves ${safe}`;
	}
	return undefined;
});

const position = law("no valve moves to a position that safety denies", (moment, applies) => {
	const claims = heard(moment).filter(({ rank }) => rank === "safety");
	for (const valve of moment.plant.outputs.filter((o) => isValve(moment.plant, o))) {
		const own = onOutput(valve, claims);
		const want = wanted(moment, valve);
		if (own.length === 0 || want === (told(moment, valve).at ?? moment.before[valve.index]?.wanted)) continue;
		applies();
		if (want !== judged(valve, own).want && own.some((c) => want < c.at_least || want > c.at_most))
			return `${valve.id} moves to ${want}`;
	}
	return undefined;
});

const reading = ({ decision }: Moment, index: number | undefined): number | undefined => {
	const found = index === undefined ? undefined : decision.state.readings[index];
	return found?.kind === "ok" ? found.value : undefined;
};
const setting = ({ decision }: Moment, rule: string, { id }: Part, field: string): number => {
	const { settings } = decision.state;
	return Number((settings[`${rule}@${id}`] ?? settings[rule])?.[field]);
};
/** What may not run now: circuits by their flow, and heaters. */
function mustRest(moment: Moment, circuits: readonly Circuit[], heaters: readonly Output[], why: string) {
	for (const { id, pump, ...rest } of circuits)
		if (wanted(moment, pump) > 0 && isOpen(moment, { id, pump, ...rest })) return `${id} runs: ${why}`;
	for (const heater of heaters) if (wanted(moment, heater) > 0) return `${heater.id} heats: ${why}`;
	return undefined;
}
const into = ({ circuits }: Plant, part: Part) => circuits.filter(({ to }) => to === part);

const tankMaximum = law("a tank with any sensor at its maximum gets no heat", (moment, applies) => {
	for (const tank of moment.plant.parts.filter(({ kind }) => kind === "tank")) {
		const maximum = setting(moment, "tank_limit", tank, "maximum");
		if (!tank.sensors.some(({ index }) => (reading(moment, index) ?? 0) >= maximum)) continue;
		applies();
		const wrong = mustRest(moment, into(moment.plant, tank), tank.heaters, `${tank.id} is at its maximum`);
		if (wrong !== undefined) return wrong;
	}
	return undefined;
});

const boiling = law("no pump runs for a boiling collector", (moment, applies) => {
	for (const field of moment.plant.parts.filter(({ kind }) => kind === "collector")) {
		const stop_at = setting(moment, "boil_stop", field, "stop_at");
		if (!field.sensors.some(({ index }) => (reading(moment, index) ?? 0) >= stop_at)) continue;
		applies();
		const out = moment.plant.circuits.filter(({ from }) => from === field);
		const wrong = mustRest(moment, out, [], `${field.id} boils`);
		if (wrong !== undefined) return wrong;
	}
	return undefined;
});

const lost = law("a lost sensor closes its circuits and its heaters", (moment, applies) => {
	const { circuits, parts } = moment.plant;
	const isLost = (sensor: Part["sensor"]) => sensor !== undefined && reading(moment, sensor.index) === undefined;
	const closed = circuits.filter(({ from_sensor, to_sensor }) => isLost(from_sensor) || isLost(to_sensor));
	const heaters = parts.filter(({ sensor }) => isLost(sensor)).flatMap((part) => part.heaters);
	if (closed.length + heaters.length > 0) applies();
	return mustRest(moment, closed, heaters, "a sensor is lost");
});

export const SAFETY: readonly Law[] = [forbidden, ceiling, position, tankMaximum, boiling, lost];
