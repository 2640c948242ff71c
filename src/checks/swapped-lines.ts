import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { finding } from "#model/findings/finding.ts";
import { fromField } from "#model/plant/circuit.ts";
import { type Circuit, isThermometer, type Plant, type Thermometer } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";
import { since } from "#model/quantities/units.ts";
import { number, unseen, watched, watching } from "./watched.ts";

/** K by which the return is warmer than the flow, and the flow than the return once it is right. */
const WRONG = 2;
const RIGHT = 1;
const SETTLED = 600;

/** The line's sensor at this circuit, or at its field; or the only one that belongs to nothing. */
const lineOf =
	(role: "flow_line" | "return_line") =>
	({ id, from }: Circuit, { sensors }: Plant): Thermometer | undefined => {
		const all = sensors.filter(isThermometer).filter((sensor) => sensor.role === role);
		const [only, ...more] = all.filter(({ of }) => of === undefined);
		return all.find(({ of }) => of === id || of === from.id) ?? (more.length === 0 ? only : undefined);
	};
const flowLine = lineOf("flow_line");
const returnLine = lineOf("return_line");

/** A collector that cools the tank, or is kept from freezing, gives back colder fluid than it gets. */
function cools(readings: Readings, { from_sensor, to_sensor }: Circuit): boolean {
	const [collector, tank] = [temperature(readings, from_sensor), temperature(readings, to_sensor)];
	return collector !== undefined && tank !== undefined && collector <= tank;
}

/** While the pump charges, the return is warmer than the flow: their sensors are mixed up, or the pipes. */
export const swappedLines = rule({
	id: "swapped_lines",
	per: "circuit",
	where: (at, plant) => fromField(at) && flowLine(at, plant) !== undefined && returnLine(at, plant) !== undefined,
	needs: { flow: flowLine, back: returnLine },
	options: z.object({}),
	counts: true,
	memory: watching,
	finds({ flow, back }, memory) {
		if (memory.found === undefined) return [];
		const facts = { sensor: flow.id, by: back.id, flow: number(memory, "flow"), back: number(memory, "back") };
		return [finding("warning", "swapped_lines", facts)];
	},
	propose({ at, flow, back }, { now, readings, circuits }, memory) {
		const state = circuits[at.index];
		const [warm, cool] = [temperature(readings, flow), temperature(readings, back)];
		const charges = state?.runs === true && state.asked > 0 && !cools(readings, at);
		if (!charges || state.since === undefined || warm === undefined || cool === undefined)
			return silent(unseen(memory));
		const settled = since(state.since, now) >= SETTLED;
		return silent(
			watched(memory, now, {
				wrong: settled && cool - warm >= WRONG,
				right: settled && warm - cool >= RIGHT,
				found_after: SETTLED,
				over_after: SETTLED,
				evidence: () => ({ flow: warm, back: cool }),
			}),
		);
	},
});
