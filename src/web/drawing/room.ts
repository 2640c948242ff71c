import { AIR_TALL } from "./draw.ts";
import { layoutOf } from "./layout.ts";
import type { DrawnPlant } from "./plant.ts";

/** Pixels of a unit, so that the smallest text of a drawing, of 15 units, has 12 px. */
const SCALE = 0.8;
/** Units between two classes. */
const STEP = 50;
/** From one source and two stores to more than any screen has room for; from a drawing without lanes to one with many. */
const WIDE = { from: 600, to: 2600 };
const HIGH = { from: 400, to: 1000 };

const step = (units: number, { from, to }: typeof WIDE) => Math.min(to, Math.max(from, Math.ceil(units / STEP) * STEP));

/** Classes that say how much room the drawing of this plant needs. */
export function roomOf(plant: DrawnPlant): string {
	const { width, height, top } = layoutOf(plant);
	const high = height - top + (plant.air === undefined ? 0 : AIR_TALL);
	return `w${step(width, WIDE)} h${step(high, HIGH)}`;
}

/** For a container named `plant`: in too little room `.broad` makes way for the `.narrow` beside it. */
export const ROOM_STYLE: string = [...queries("w", "width", WIDE), ...queries("h", "height", HIGH)].join("\n");

function queries(letter: string, size: string, { from, to }: typeof WIDE): readonly string[] {
	return Array.from({ length: (to - from) / STEP + 1 }, (_, n) => {
		const units = from + n * STEP;
		const name = `.broad.${letter}${units}`;
		return `@container plant (max-${size}: ${units * SCALE - 1}px) { ${name} { display: none; } ${name} + .narrow { display: flex; } }`;
	});
}
