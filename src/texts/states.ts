import { type Level, SWITCH } from "#model/plant/level.ts";
import type { OutputRole } from "#model/plant/plant.ts";
import { circuitName, type Named, partName } from "./names.ts";
import { type Language, say } from "./say.ts";

export interface Driven {
	readonly id: string;
	readonly role: OutputRole;
	readonly level?: Level;
}

type Way = Named["circuits"][number]["valves"][number];
const isOf =
	({ id }: Driven) =>
	({ valve }: Way) =>
		valve.id === id;

/** How an output runs: only one with a level has a percentage, and a valve says where it leads. */
export function stateText(plant: Named, output: Driven, percent: number | undefined, language: Language): string {
	if (percent === undefined) return say(language, "page", "output_unknown");
	const ways = output.role === "valve" ? plant.circuits.filter(({ valves }) => valves.some(isOf(output))) : [];
	if (ways.length > 0) return positionText(plant, output, percent, ways, language);
	if (percent === 0) return say(language, "page", "output_off");
	return (output.level ?? SWITCH).min === SWITCH.min
		? say(language, "page", "output_on")
		: say(language, "page", "output_part", { percent });
}

/** `→ Buffer` where a valve chooses a tank, `East →` where it chooses a field; otherwise whether it is open. */
function positionText(
	plant: Named,
	output: Driven,
	position: number,
	ways: Named["circuits"],
	language: Language,
): string {
	const stands = (way: Way) => isOf(output)(way) && way.position === position;
	const here = ways.filter(({ valves }) => valves.some(stands));
	const there = ways.filter((circuit) => !here.includes(circuit));
	if (here.length === 0) return say(language, "page", "valve_closed");
	if (there.length === 0) return say(language, "page", "valve_open");
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
