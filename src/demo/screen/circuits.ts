import { describedCircuits } from "#model/plant/circuit.ts";
import { circuitName, whyText } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import { clockOf, plantTime } from "../plant/plant-time.ts";
import { fill, type Line, span, wrap } from "./line.ts";
import type { View } from "./view.ts";

/** Each circuit where there are some: whether heat flows, since when; and why. */
export function circuits({ snapshot, began }: View, width: number) {
	const { plant } = snapshot;
	const all = describedCircuits(plant);
	const names = all.map((circuit) => circuitName(plant, circuit, "en"));
	const room = Math.min(40, Math.max(...names.map((name) => name.length + 1), 0));
	const heads = all.map(({ index }, n): Line => {
		const seen = snapshot.circuits[index];
		const runs = seen?.runs === true;
		const since = seen?.since === undefined ? "" : `  since ${clockOf(plantTime(began, seen.since))}`;
		const state = say("en", "page", runs ? "circuit_runs" : "circuit_rests");
		return [
			...fill([span(names[n] ?? "", "strong")], room),
			span(`${runs ? "●" : "○"} ${state}`, runs ? "good" : "dim"),
			span(since),
		];
	});
	const reasons = all.map(({ index }): readonly Line[] => {
		const verdict = snapshot.circuits[index]?.verdict;
		return verdict === undefined
			? []
			: wrap(whyText(plant, verdict, "en"), width - 2).map((text) => [span(`  ${text}`)]);
	});
	return { heads, reasons };
}
