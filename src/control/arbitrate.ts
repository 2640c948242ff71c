import { forbid, urgently } from "#model/decision/claim.ts";
import { type Claim, RANKS, type Rank, type Reason, reason, type Verdict } from "#model/decision/decision.ts";
import { driven, isCircuit, positionOf } from "#model/plant/circuit.ts";
import { roundedDown, roundedUp } from "#model/plant/level.ts";
import type { Circuit, Output, Subject } from "#model/plant/plant.ts";
import { FULL, OFF, type Percent, percent } from "#model/quantities/units.ts";
import type { Idle } from "./rule.ts";

const NO_REQUEST = reason("nobody_asks");
const NOTHING: readonly Claim[] = [];

/** A verdict with what `route` needs to choose between circuits. */
export interface Goal extends Verdict {
	/** The highest level that all claims allow, and that safety alone allows. */
	readonly most: Percent;
	readonly safe: Percent;
	/** The highest level that a claim asks for, even if it is forbidden. */
	readonly asked: Percent;
	/** All claims about it. */
	readonly claims: readonly Claim[];
}

/**
 * One verdict for each circuit or output. Claims on a pump apply to its circuits. Without a claim the load is off, with the
 * first reason given for idleness.
 */
export function arbitrate(
	subjects: readonly Subject[],
	claims: readonly Claim[],
	idle: readonly Idle[],
): readonly Goal[] {
	const goals: Goal[] = [];
	for (const subject of subjects) goals.push(goalOf(subject, claims, idle));
	return goals;
}

/** The same for one circuit or output. */
export const goalOf = (on: Subject, claims: readonly Claim[], idle: readonly Idle[]): Goal =>
	isCircuit(on) ? goalOfCircuit(on, claims, idle) : goalOfOutput(on, claims, idle);
export const goalOfCircuit = (circuit: Circuit, claims: readonly Claim[], idle: readonly Idle[]): Goal =>
	decided(circuit, driven(circuit), claimsOnCircuit(circuit, claims), idle);
export const goalOfOutput = (output: Output, claims: readonly Claim[], idle: readonly Idle[]): Goal =>
	decided(output, output, claimsOn(output, claims), idle);

/** One verdict for an output by these claims, wherever they were made. */
export const goalOfClaims = (output: Output, claims: readonly Claim[]): Goal =>
	decided(output, output, claims, NOT_IDLE);
const NOT_IDLE: readonly Idle[] = [];

/** In most turns most outputs have none. */
function claimsOn(output: Output, claims: readonly Claim[]): readonly Claim[] {
	let found: Claim[] | undefined;
	for (const claim of claims) if (claim.on === output) found = added(found, claim);
	return found ?? NOTHING;
}

function claimsOnCircuit(circuit: Circuit, claims: readonly Claim[]): readonly Claim[] {
	let found: Claim[] | undefined;
	const { valves } = circuit;
	const output = driven(circuit);
	for (const claim of claims) {
		const { on } = claim;
		const about = on === circuit || on === output ? claim : valves.length === 0 ? undefined : elsewhere(circuit, claim);
		if (about !== undefined) found = added(found, about);
	}
	return found ?? NOTHING;
}

function added(found: Claim[] | undefined, claim: Claim): Claim[] {
	if (found === undefined) return [claim];
	found.push(claim);
	return found;
}

/** A position that is claimed forbids the circuits that need the other one, at the rank of that claim. */
function elsewhere(circuit: Circuit, claim: Claim): Claim | undefined {
	const needed = positionOf(circuit, claim.on);
	if (needed === undefined) return undefined;
	const { on, at_least, at_most, rank, urgent, activity } = claim;
	if ((at_least === 0 && at_most > 0) || needed > 0 === at_least > 0) return undefined;
	const forbidden = forbid(circuit, rank, reason("valve_elsewhere", { output: on.id }), activity);
	return urgent ? urgently(forbidden) : forbidden;
}

function decided(on: Subject, output: Output, claims: readonly Claim[], idle: readonly Idle[]): Goal {
	if (claims.length === 0) return unclaimed(output, idleness(on, output, idle));
	const { want, by, ceiling, most, safe } = bounded(output, claims);
	const asked = askedOf(output, claims);
	const limited = asked > want && limits(ceiling, by, output, want) ? ceiling : undefined;
	const overruled = claims.length === 1 ? NOTHING : unfulfilled(output, claims, want, limited && by);
	if (by === undefined) {
		const because = idleness(on, output, idle);
		return { want, because, activity: "idle", urgent: false, overruled, most, safe, asked, claims };
	}
	const { because, rank, activity } = by;
	const urgent = want === 0 && pressed(output, claims);
	const goal = { want, because, rank, activity, urgent, overruled, most, safe, asked, claims };
	return limited === undefined ? goal : { ...goal, limited };
}

/** Whether it is this upper bound that sets the level at which the output runs for another claim. */
const limits = (ceiling: Claim | undefined, by: Claim | undefined, output: Output, want: Percent): boolean =>
	want > 0 && ceiling !== undefined && ceiling !== by && roundedDown(output, ceiling.at_most) === want;

/** No claim asks for it, and none keeps it off. */
function unclaimed(output: Output, because: Reason): Goal {
	const most = roundedDown(output, FULL);
	return {
		want: OFF,
		because,
		activity: "idle",
		urgent: false,
		overruled: NOTHING,
		most,
		safe: most,
		asked: OFF,
		claims: NOTHING,
	};
}

interface Bounded {
	readonly want: Percent;
	/** The claim that sets the level; for an output that is off, the one that forbids most. */
	readonly by: Claim | undefined;
	/** The claim that sets the highest level that is left. */
	readonly ceiling: Claim | undefined;
	readonly most: Percent;
	readonly safe: Percent;
}

/**
 * Stronger ranks bound first; weaker ones only move within what is left. Within a rank upper bounds come first, so
 * forbidding wins over asking, and the lower speed over the higher. The lowest remaining level is taken: nothing runs
 * faster than a claim asks for. Of equal claims the first one is named.
 */
function bounded(output: Output, claims: readonly Claim[]): Bounded {
	let low = OFF;
	let high = roundedDown(output, FULL);
	let safe = high;
	let floor: Claim | undefined;
	let ceiling: Claim | undefined;
	for (const rank of ranksOf(claims)) {
		if (low >= high) break;
		// If two bounds of this rank give the same level, the lower one is named.
		let allowed = OFF;
		let asked = OFF;
		for (const claim of claims) {
			if (claim.rank !== rank) continue;
			const most = roundedDown(output, claim.at_most);
			const left = percent(Math.max(most, low));
			if (left < high || (left === high && claim.at_most < allowed)) {
				high = left;
				ceiling = claim;
				allowed = claim.at_most;
			}
		}
		for (const claim of claims) {
			if (claim.rank !== rank) continue;
			const least = roundedUp(output, claim.at_least);
			const left = percent(Math.min(least, high));
			if (left > low || (left === low && claim.at_least < asked)) {
				low = left;
				floor = claim;
				asked = claim.at_least;
			}
		}
		if (rank === "safety") safe = high;
	}
	return { want: low, by: low > 0 ? floor : high === 0 ? ceiling : undefined, ceiling, most: high, safe };
}

/** The ranks to go through: mostly there is a single claim, and only its own counts. */
function ranksOf(claims: readonly Claim[]): readonly Rank[] {
	const [first] = claims;
	return first === undefined || claims.length > 1 ? RANKS : ALONE[first.rank];
}
const ALONE = {
	safety: ["safety"],
	manual: ["manual"],
	protection: ["protection"],
	normal: ["normal"],
	upkeep: ["upkeep"],
} as const;

function askedOf(output: Output, claims: readonly Claim[]): Percent {
	let asked = OFF;
	for (const { at_least } of claims) if (at_least > asked) asked = at_least;
	return roundedUp(output, asked);
}

/** Whether a claim forbids it urgently, so that no least run delays the stop. */
function pressed(output: Output, claims: readonly Claim[]): boolean {
	for (const { rank, urgent, at_most } of claims)
		if ((urgent || rank === "safety") && roundedDown(output, at_most) === 0) return true;
	return false;
}

/** @param winner the claim that sets the level, if it is only limited: it is not overruled */
function unfulfilled(
	output: Output,
	claims: readonly Claim[],
	want: Percent,
	winner: Claim | undefined,
): readonly Claim[] {
	let found: Claim[] | undefined;
	for (const claim of claims) {
		if (claim === winner) continue;
		const { at_least, at_most } = claim;
		const fulfilled = want >= roundedUp(output, at_least) && want <= roundedDown(output, at_most);
		if (!fulfilled) found = added(found, claim);
	}
	return found ?? NOTHING;
}

/** The first reason that is about the circuit or output, or about what drives the circuit. */
function idleness(on: Subject, output: Output, idle: readonly Idle[]): Reason {
	for (const i of idle) if (i.on === on || i.on === output) return i.because;
	return NO_REQUEST;
}
