import type { Claim, Rank } from "#model/decision/decision.ts";
import type { Circuit, Output } from "#model/plant/plant.ts";
import { OFF } from "#model/quantities/units.ts";
import type { Moment } from "../../fakes/drawn/house.ts";

/** Strongest first. Written out here, so that a wrong table in the product is noticed. */
const STRONGEST_FIRST: readonly Rank[] = ["safety", "manual", "protection", "normal", "upkeep"];

/** All levels that an output has, from the lowest. */
export function levelsOf({ level }: Output): readonly number[] {
	if (level === undefined) return [0, 100];
	const levels = [0];
	for (let at: number = level.min; at <= level.max; at += level.step) levels.push(at);
	return levels;
}

/** What claims leave of an output's levels. */
export interface Left {
	readonly want: number;
	/** The highest level that all ranks leave, and that safety leaves. */
	readonly most: number;
	readonly safe: number;
	/** Off, and a claim that forbids it lets nothing delay that. */
	readonly pressed: boolean;
	/** By rank, strongest first: 1 asks for this circuit, -1 forbids it, 0 neither. */
	readonly pull: readonly number[];
	/** The rank that asks for `want`; undefined if none does. */
	readonly by: Rank | undefined;
}

/**
 * Narrows the list of levels claim by claim: the strongest rank first, and within a rank upper bounds before lower ones. If a
 * claim would leave nothing, the nearest level remains. The lowest remaining level is wanted.
 */
export function judged(output: Output, claims: readonly Claim[]): Left {
	let left = levelsOf(output);
	let safe = left.at(-1) ?? 0;
	const pull: number[] = [];
	let by: Rank | undefined;
	for (const rank of STRONGEST_FIRST) {
		const own = claims.filter((claim) => claim.rank === rank);
		for (const { at_most } of own) left = kept(left, (level) => level <= at_most, 0);
		const [low] = left;
		for (const { at_least } of own) left = kept(left, (level) => level >= at_least, -1);
		if (left[0] !== low) by = rank;
		if (rank === "safety") safe = left.at(-1) ?? 0;
		pull.push(pullOf(output, own));
	}
	const want = left[0] ?? 0;
	const pressing = claims.some(
		({ rank, urgent, at_most }) => (urgent || rank === "safety") && forbids(output, at_most),
	);
	return { want, most: left.at(-1) ?? 0, safe, pressed: want === 0 && pressing, pull, by };
}

function kept(levels: readonly number[], fits: (level: number) => boolean, nearest: 0 | -1): readonly number[] {
	const fitting = levels.filter(fits);
	return fitting.length > 0 ? fitting : [levels.at(nearest) ?? 0];
}

/** Claims on the pump itself say nothing about which of its circuits is meant. */
function pullOf(pump: Output, claims: readonly Claim[]): number {
	const own = claims.filter(({ on }) => on !== pump);
	if (own.some(({ at_most }) => forbids(pump, at_most))) return -1;
	return own.some(({ at_least }) => at_least > 0) ? 1 : 0;
}
const forbids = (pump: Output, at_most: number) => at_most < (levelsOf(pump)[1] ?? 0);

/** The claims that the mode lets through. */
export function heard({ claims, decision }: Moment): readonly Claim[] {
	switch (decision.state.mode) {
		case "auto":
			return claims;
		case "off":
			return claims.filter(({ rank }) => rank === "safety");
		case "test":
			return claims.filter(({ rank }) => rank === "safety" || rank === "manual");
	}
}

/** What is claimed of a circuit: of itself, of its pump, and of its valves, which are forbidden the position that it needs. */
export const onCircuit = (circuit: Circuit, claims: readonly Claim[]): readonly Claim[] =>
	claims.flatMap((claim): readonly Claim[] => {
		const { on, at_least, at_most } = claim;
		if (on === circuit || on === circuit.pump) return [claim];
		const own = circuit.valves.find(({ valve }) => valve === on);
		if (own === undefined || (own.position >= at_least && own.position <= at_most)) return [];
		return [{ ...claim, at_least: OFF, at_most: OFF }];
	});

export const onOutput = (output: Output, claims: readonly Claim[]): readonly Claim[] =>
	claims.filter(({ on }) => on === output);
