import { type Claim, reason, strength, type Verdict } from "#model/decision/decision.ts";
import type { Output } from "#model/plant/plant.ts";
import { OFF } from "#model/quantities/units.ts";
import type { Idle } from "./rule.ts";

const NOBODY = reason("nobody_asks");
const NOTHING: readonly Claim[] = [];

/**
 * One verdict for each output: the strongest claim; at equal rank the lowest want, so that to forbid beats to want and the
 * lower speed beats the higher. Without a claim the load is off, for the first reason given for idleness.
 */
export function arbitrate(
	outputs: readonly Output[],
	claims: readonly Claim[],
	idle: readonly Idle[],
): readonly Verdict[] {
	const verdicts: Verdict[] = [];
	for (const output of outputs) verdicts.push(verdictOn(output, claims, idle));
	return verdicts;
}

function verdictOn(output: Output, claims: readonly Claim[], idle: readonly Idle[]): Verdict {
	const winner = strongest(output, claims);
	if (winner === undefined) return { want: OFF, because: idleness(output, idle), activity: "idle", overruled: NOTHING };
	const { want, because, rank, activity } = winner;
	return { want, because, rank, activity, overruled: overruled(winner, claims) };
}

function strongest(output: Output, claims: readonly Claim[]): Claim | undefined {
	let best: Claim | undefined;
	for (const claim of claims) if (claim.output === output && (best === undefined || beats(claim, best))) best = claim;
	return best;
}

function beats(a: Claim, b: Claim): boolean {
	const by = strength[a.rank] - strength[b.rank];
	return by < 0 || (by === 0 && a.want < b.want);
}

function overruled(winner: Claim, claims: readonly Claim[]): readonly Claim[] {
	if (claims.length === 1) return NOTHING;
	return claims.filter((c) => c !== winner && c.output === winner.output && c.want !== winner.want);
}

function idleness(output: Output, idle: readonly Idle[]) {
	for (const i of idle) if (i.output === output) return i.because;
	return NOBODY;
}
