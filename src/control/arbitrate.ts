import { type Claim, reason, strength, type Verdict } from "#model/decision/decision.ts";
import { driven } from "#model/plant/circuit.ts";
import { roundedDown, roundedUp } from "#model/plant/level.ts";
import type { Output } from "#model/plant/plant.ts";
import { FULL, OFF, type Percent, percent } from "#model/quantities/units.ts";
import type { Idle } from "./rule.ts";

const NOBODY = reason("nobody_asks");
const NOTHING: readonly Claim[] = [];
const WEAKEST = strength.upkeep;

/** One verdict per output. Without a claim the load is off, with the first reason given for idleness. */
export function arbitrate(
	outputs: readonly Output[],
	claims: readonly Claim[],
	idle: readonly Idle[],
): readonly Verdict[] {
	const verdicts: Verdict[] = [];
	for (const output of outputs) verdicts.push(verdictOn(output, claimsOn(output, claims), idle));
	return verdicts;
}

/** The claims on an output and on the circuit that it drives. In most turns most outputs have none. */
function claimsOn(output: Output, claims: readonly Claim[]): readonly Claim[] {
	let found: Claim[] | undefined;
	for (const claim of claims) {
		if (driven(claim.on) !== output) continue;
		if (found === undefined) found = [claim];
		else found.push(claim);
	}
	return found ?? NOTHING;
}

function verdictOn(output: Output, claims: readonly Claim[], idle: readonly Idle[]): Verdict {
	if (claims.length === 0) return idling(output, idle, NOTHING);
	const { want, by } = bounded(output, claims);
	const overruled = claims.length === 1 ? NOTHING : claims.filter((c) => !fulfilled(output, c, want));
	if (by === undefined) return idling(output, idle, overruled);
	const { because, rank, activity } = by;
	const urgent = want === 0 && pressed(output, claims);
	return { want, because, rank, activity, urgent, overruled };
}

/** Nobody asks for it, and nobody keeps it off. */
const idling = (output: Output, idle: readonly Idle[], overruled: readonly Claim[]): Verdict => ({
	want: OFF,
	because: idleness(output, idle),
	activity: "idle",
	urgent: false,
	overruled,
});

interface Bounded {
	readonly want: Percent;
	/** The claim that sets the level; for an output that is off, the one that forbids most. */
	readonly by: Claim | undefined;
}

/**
 * Stronger ranks bound first; weaker ones only move within what is left. Within a rank upper bounds come first, so
 * forbidding wins over asking, and the lower speed over the higher. The lowest remaining level is taken: nothing runs
 * faster than a claim asks for. Of equal claims the first one is named.
 */
function bounded(output: Output, claims: readonly Claim[]): Bounded {
	let low = OFF;
	let high = roundedDown(output, FULL);
	let floor: Claim | undefined;
	let ceiling: Claim | undefined;
	for (let rank = 0; rank <= WEAKEST && low < high; rank++) {
		// If two bounds of this rank give the same level, the lower one is named.
		let allowed = OFF;
		let asked = OFF;
		for (const claim of claims) {
			if (strength[claim.rank] !== rank) continue;
			const most = roundedDown(output, claim.at_most);
			const left = percent(Math.max(most, low));
			if (left < high || (left === high && claim.at_most < allowed)) {
				high = left;
				ceiling = claim;
				allowed = claim.at_most;
			}
		}
		for (const claim of claims) {
			if (strength[claim.rank] !== rank) continue;
			const least = roundedUp(output, claim.at_least);
			const left = percent(Math.min(least, high));
			if (left > low || (left === low && claim.at_least < asked)) {
				low = left;
				floor = claim;
				asked = claim.at_least;
			}
		}
	}
	return { want: low, by: low > 0 ? floor : high === 0 ? ceiling : undefined };
}

/** Whether safety forbids it, so that no least run delays the stop. */
function pressed(output: Output, claims: readonly Claim[]): boolean {
	for (const { rank, at_most } of claims) if (rank === "safety" && roundedDown(output, at_most) === 0) return true;
	return false;
}

const fulfilled = (output: Output, { at_least, at_most }: Claim, want: Percent) =>
	want >= roundedUp(output, at_least) && want <= roundedDown(output, at_most);

function idleness(output: Output, idle: readonly Idle[]) {
	for (const i of idle) if (driven(i.on) === output) return i.because;
	return NOBODY;
}
