import type { Snapshot } from "#model/decision/snapshot.ts";
import { fromField } from "#model/plant/circuit.ts";
import type { Circuit } from "#model/plant/plant.ts";
import { BY_LIGHT } from "../yield/judged.ts";
import type { YieldDay } from "../yield/memory.ts";
import { lightOf, yieldCheck } from "../yield-check.ts";
import { isCounted, rememberedAt } from "./remembered.ts";

/** Heat of a field's circuit beside what was expected of it, day by day. */
export interface Yields {
	readonly circuit: Circuit;
	/** What it is compared with: light that is measured, or its own best hours; undefined where no heat is measured. */
	readonly by: "light" | "own" | undefined;
	/** Shares between which a day is as usual. */
	readonly usual: readonly [low: number, high: number];
	/** Days that ended, the oldest first. */
	readonly days: readonly YieldDay[];
}

/** Of each circuit of a collector field. */
export const yieldsOf = (snapshot: Snapshot): readonly Yields[] =>
	snapshot.plant.circuits.filter(fromField).map((circuit) => {
		const memory = isCounted(snapshot) ? rememberedAt(snapshot, yieldCheck, circuit.id) : undefined;
		const isMeasured = yieldCheck.where?.(circuit, snapshot.plant) ?? false;
		const lit = lightOf(circuit, snapshot.plant).sensor !== undefined;
		return {
			circuit,
			by: isMeasured ? (lit ? "light" : "own") : undefined,
			usual: [BY_LIGHT.low, BY_LIGHT.high],
			days: memory?.days ?? [],
		};
	});
