import type { Level } from "#model/plant/level.ts";
import type { OutputRole } from "#model/plant/plant.ts";
import { circuitName, type Named, partName } from "./names.ts";
import { type Language, say } from "./say.ts";

export interface Driven {
	readonly id: string;
	readonly role: OutputRole;
	readonly level?: Level;
}

/** How an output runs: only one with a level has a percentage, and a valve says where it leads. */
export function stateText(plant: Named, output: Driven, percent: number | undefined, language: Language): string {
	if (percent === undefined) return say(language, "page", "output_unknown");
	if (output.role === "valve") return positionText(plant, output, percent, language);
	if (percent === 0) return say(language, "page", "output_off");
	return output.level === undefined
		? say(language, "page", "output_on")
		: say(language, "page", "output_part", { percent });
}

/** `→ Buffer` where a valve chooses a tank, `East →` where it chooses a field; otherwise whether it is open. */
function positionText(plant: Named, { id }: Driven, position: number, language: Language): string {
	const its = plant.circuits.filter(({ valves }) => valves.some(({ valve }) => valve.id === id));
	const [here, there] = [true, false].map((same) =>
		its.filter(({ valves }) => valves.some((way) => way.valve.id === id && (way.position === position) === same)),
	);
	if (!here?.length) return say(language, "page", there?.length ? "valve_closed" : "output_unknown");
	if (!there?.length) return say(language, "page", "valve_open");
	const apart = (end: "from" | "to") => {
		const ends = new Set(here.map((circuit) => circuit[end].id));
		if (there.some((circuit) => ends.has(circuit[end].id))) return undefined;
		return [...ends].map((part) => partName(plant, { id: part }, language)).join(", ");
	};
	const [to, from] = [apart("to"), apart("from")];
	if (to !== undefined) return `→ ${to}`;
	if (from !== undefined) return `${from} →`;
	return here.map((circuit) => circuitName(plant, circuit, language)).join(", ");
}
