import type { AnyRule } from "#control/rule.ts";
import type { Plant } from "#model/plant/plant.ts";
import { dice } from "../../fakes/drawn/dice.ts";
import { WideHouse } from "../../fakes/drawn/house.ts";
import { drawLife, type Life, type Row } from "../../fakes/drawn/life.ts";
import { type WideShape, widePlant } from "../../fakes/drawn/plant.ts";
import { drawShape } from "../../fakes/drawn/shape.ts";
import type { Law } from "./law.ts";

/** A life in which a law is broken, as short as it could be made. */
export interface Broken {
	readonly seed: number;
	readonly why: string;
	readonly shape: string;
	readonly rows: readonly string[];
}

export interface Found {
	/** By law: the first lives that break it. */
	readonly broken: ReadonlyMap<Law, readonly Broken[]>;
	/** By law: how often it had something to say. */
	readonly applied: ReadonlyMap<Law, number>;
	readonly turns: number;
}

const TOLD = 3;
/** Two quiet hours after every other life, in which everything obeys and whatever waits has its turn. */
const QUIET = 12;

/** A plant and what happens to it. */
export interface Drawn {
	/** As far as it can be told in a line. */
	readonly shape: unknown;
	readonly plant: Plant;
	readonly life: Life;
}

/** Lives of so many plants from this seed on, each watched by every law. */
export function live(
	laws: readonly Law[],
	rules: readonly AnyRule[],
	from: number,
	plants: number,
	draw: (seed: number) => Drawn = drawn,
): Found {
	const broken = new Map<Law, Broken[]>();
	const applied = new Map<Law, number>();
	let turns = 0;
	for (let seed = from; seed < from + plants; seed++) {
		const { shape, plant, life } = draw(seed);
		turns += life.rows.length;
		for (const [law, why] of watched(laws, rules, plant, life, applied)) {
			const known = broken.get(law) ?? [];
			broken.set(law, known);
			if (known.length >= TOLD) continue;
			const short = shortened(law, rules, plant, life);
			const told = short.rows.map((row) => JSON.stringify(row, brief));
			known.push({ seed, why, shape: JSON.stringify({ shape, found: short.found }), rows: told });
		}
	}
	return { broken, applied, turns };
}

/** The plant and the life of a seed. */
export function drawn(seed: number): Drawn & { readonly shape: WideShape } {
	const thrown = dice(seed);
	const shape = drawShape(thrown);
	const plant = widePlant(shape);
	const life = drawLife(thrown, plant);
	return { shape, plant, life: seed % 2 === 0 ? calmed(plant, life) : life };
}

/** Claims name what they are about. */
const brief = (key: string, value: unknown) => (key === "on" ? (value as { readonly id: string }).id : value);

function calmed(plant: Plant, life: Life): Life {
	const obeys = plant.outputs.map(({ index }) => [index, "obeys"] as const);
	const last = new Map(life.rows.flatMap(({ says }) => says));
	const says = plant.sensors.map(({ index }) => {
		const told = last.get(index);
		return [index, typeof told === "number" ? told : 50] as const;
	});
	const quiet: Row = { dt: 600, says: [], boards: [], intents: [] };
	const begins: Row = { dt: 60, says, boards: obeys, intents: [{ kind: "mode", mode: "auto" }], claims: [] };
	return { ...life, rows: [...life.rows, begins, ...Array.from({ length: QUIET }, () => quiet)] };
}

/** The laws that this life breaks, each with its first reason. */
function watched(
	laws: readonly Law[],
	rules: readonly AnyRule[],
	plant: Plant,
	{ found, rows, settings }: Life,
	applied = new Map<Law, number>(),
): ReadonlyMap<Law, string> {
	const house = new WideHouse(plant, rules, found, settings);
	const watching = laws.map((law) => ({ law, watch: law.watch(plant) }));
	const broken = new Map<Law, string>();
	for (const row of rows) {
		const moment = house.turn(row);
		for (const { law, watch } of watching) {
			const why = watch(moment, () => applied.set(law, (applied.get(law) ?? 0) + 1));
			if (why !== undefined && !broken.has(law)) broken.set(law, why);
		}
	}
	return broken;
}

/** Leaves out rows, and then what happens in them, while the law is still broken. */
export function shortened(law: Law, rules: readonly AnyRule[], plant: Plant, life: Life): Life {
	let rows = life.rows;
	const stillBroken = (fewer: readonly Row[]) => watched([law], rules, plant, { ...life, rows: fewer }).size > 0;
	for (let size = rows.length; size >= 1; size = Math.floor(size / 2))
		for (let at = rows.length - size; at >= 0; at -= size) {
			const fewer = rows.filter((_, n) => n < at || n >= at + size);
			if (stillBroken(fewer)) rows = fewer;
		}
	for (const part of ["intents", "boards", "says"] as const)
		for (let row = 0; row < rows.length; row++)
			for (let at = (rows[row]?.[part].length ?? 0) - 1; at >= 0; at--) {
				const fewer = rows.map((r, n) => (n === row ? { ...r, [part]: r[part].filter((_, i) => i !== at) } : r));
				if (stillBroken(fewer)) rows = fewer;
			}
	return { ...life, rows };
}
