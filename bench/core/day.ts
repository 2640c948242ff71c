import type { Sample } from "#model/plant/reading.ts";
import { celsius, instant, seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import owner from "../../examples/options.owner.json" with { type: "json" };

/** A made-up day squeezed into as many turns of a second: sun, clouds, a hot collector, a boiling one, and a full tank. */
export interface Day {
	/** The owner's plant, with its options. */
	readonly plant: ReturnType<typeof plantOf>;
	readonly settings: ReturnType<typeof settingsOf>;
	readonly turns: number;
	/** `turns` rows of one value per sensor. */
	readonly values: Float64Array;
	/** The same as the drivers would hand them over, one list for each turn. */
	readonly samples: readonly (readonly Sample[])[];
	/** The running time of each turn (s). */
	readonly at: Float64Array;
	/** How often each sensor is read (s). */
	readonly pace: number;
}

const STEP = 1;
/** Few enough that neither side spends its time waiting for memory: it is the work that is compared. */
const TURNS = 96;

export function madeUpDay(): Day {
	const parsed = parse(owner);
	if (parsed.kind === "invalid") throw new Error(parsed.problems.map((p) => `${p.path}: ${p.remedy}`).join("\n"));
	const plant = plantOf(parsed.options);
	const count = plant.sensors.length;
	const values = new Float64Array(TURNS * count);
	const at = new Float64Array(TURNS);
	const dice = mulberry32(7);
	for (let turn = 0; turn < TURNS; turn++) {
		at[turn] = (turn + 1) * STEP;
		const sun = Math.max(0, Math.sin((turn / TURNS) * Math.PI * 2));
		const tank = 50 + 30 * sun + 20 * Math.sin(turn / 97);
		for (const { index, role } of plant.sensors) {
			const base =
				role === "collector"
					? 15 + 150 * sun * (0.95 + 0.05 * dice())
					: role === "tank" || role === "tank_layer"
						? tank
						: 20;
			values[turn * count + index] = Math.round((base + dice()) * 16) / 16;
		}
	}
	const samples = Array.from({ length: TURNS }, (_, turn) =>
		plant.sensors.map(
			({ index }): Sample => ({
				value: celsius(values[turn * count + index] ?? 0),
				at: instant(at[turn] ?? 0),
				pace: seconds(STEP),
			}),
		),
	);
	return { plant, settings: settingsOf(parsed.options), turns: TURNS, values, samples, at, pace: STEP };
}

/** A small seeded generator: the same day every time. */
function mulberry32(seed: number): () => number {
	let a = seed;
	return () => {
		a = (a + 0x6d2b79f5) | 0;
		let t = Math.imul(a ^ (a >>> 15), a | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}
