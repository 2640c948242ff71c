import { type Reason, reason, type Verdict } from "#model/decision/decision.ts";
import { SWITCH } from "#model/plant/level.ts";
import { AT_REST, type OutputState, type OutputStates, running } from "#model/plant/output.ts";
import type { Output } from "#model/plant/plant.ts";
import { type Instant, instant, OFF, type Seconds, since } from "#model/quantities/units.ts";
import type { Goal } from "../arbitrate.ts";
import { heldBack, moved } from "../network/change-over.ts";
import type { Route } from "../network/route.ts";
import { delayed } from "./delayed.ts";
import { steady } from "./level.ts";

/** Times of the last hour's starts, by output id, for outputs that limit them. */
export type Starts = Readonly<Record<string, readonly Instant[]>>;
export const NO_STARTS: Starts = {};

/** The valid part of the saved starts. */
export const startsIn = (saved: unknown): Starts =>
	typeof saved !== "object" || saved === null
		? NO_STARTS
		: Object.fromEntries(
				Object.entries(saved).map(([id, at]) => [
					id,
					Array.isArray(at) ? at.filter((n) => Number.isFinite(n)).map(instant) : [],
				]),
			);
const HOUR = 3600;

export interface Interlocked {
	readonly verdicts: readonly Verdict[];
	readonly starts: Starts;
}

/**
 * Protects the machinery: valves and pumps that belong together, least run, least rest, starts per hour, exclusive pairs.
 * Never delays an urgent stop (safety, or mode `off`). An output whose last change is unknown counts as
 * rested. A valve that drives a circuit waits its least rest after a start as well: when it came to where it is confirmed to
 * stand is not known either, and it must not turn back on its way.
 */
export function interlock(
	now: Instant,
	outputs: readonly Output[],
	states: OutputStates,
	goals: readonly Goal[],
	before: Starts,
	routes: readonly Route[] = NO_ROUTES,
): Interlocked {
	const ready = routes.length === 0 ? goals : heldBack(now, routes, states, goals);
	const paced = spare(outputs, ready, (output, verdict) => pace(now, output, states[output.index], verdict, before));
	const placed = routes.length === 0 ? paced : moved(now, routes, states, goals, paced);
	const apart = outputs.some(excludes) ? separate(outputs, states, placed) : placed;
	const verdicts = outputs.some(hasLevels)
		? spare(outputs, apart, (o, verdict) => steady(now, o, states[o.index], verdict, goals[o.index]))
		: apart;
	return { verdicts, starts: counted(now, outputs, states, verdicts, before) };
}
const excludes = (output: Output) => output.excludes !== undefined;
const hasLevels = ({ level }: Output) => level !== undefined;

function separate(outputs: readonly Output[], states: OutputStates, placed: readonly Verdict[]): readonly Verdict[] {
	// After the least times, because they can keep an output on that is no longer wanted.
	const yielding = spare(outputs, placed, (output, verdict, all) => exclude(output, verdict, outputs, all));
	// Last: one output must be off before the other starts, and a relay that sticks keeps the other off.
	return spare(outputs, yielding, (output, verdict) => patient(output, verdict, outputs, states));
}
const NO_ROUTES: readonly Route[] = [];

/** A start that the board has not confirmed is tried again. That is no further start. */
const started = (state: OutputState) => running(state) || state.wanted > 0;

/** The same list if `change` changes nothing. */
function spare(
	outputs: readonly Output[],
	verdicts: readonly Verdict[],
	change: (output: Output, verdict: Verdict, all: readonly Verdict[]) => Verdict | undefined,
): readonly Verdict[] {
	let spared: Verdict[] | undefined;
	for (const output of outputs) {
		const verdict = verdicts[output.index];
		const other = verdict && change(output, verdict, spared ?? verdicts);
		if (other === undefined) continue;
		spared ??= [...verdicts];
		spared[output.index] = other;
	}
	return spared ?? verdicts;
}

function pace(
	now: Instant,
	output: Output,
	state: OutputState | undefined,
	verdict: Verdict,
	starts: Starts,
): Verdict | undefined {
	if (state === undefined) return undefined;
	const wants = verdict.want > 0;
	if (wants === running(state)) return undefined;
	const why = wants ? notNow(now, output, state, starts) : notYet(now, output, state, verdict);
	if (why === undefined) return undefined;
	// An output that must keep running does so as slowly as it can.
	return delayed(output, verdict, wants ? OFF : (output.level ?? SWITCH).min, why);
}

function notNow(now: Instant, output: Output, state: OutputState, starts: Starts): Reason | undefined {
	const left = remaining(now, state.since, output.least_rest);
	if (left > 0) return reason("least_rest", { left, least_rest: output.least_rest });
	if (output.starts_per_hour === 0 || started(state)) return undefined;
	const count = recent(now, starts[output.id]).length;
	return count >= output.starts_per_hour
		? reason("starts_per_hour", { starts: count, starts_per_hour: output.starts_per_hour })
		: undefined;
}

function exclude(
	output: Output,
	verdict: Verdict,
	outputs: readonly Output[],
	all: readonly Verdict[],
): Verdict | undefined {
	if (output.excludes === undefined || verdict.want === 0) return undefined;
	const other = outputs.find((o) => o.id === output.excludes);
	if (other === undefined || (all[other.index]?.want ?? OFF) === 0) return undefined;
	return delayed(output, verdict, OFF, reason("excluded", { by: other.id }));
}

/**
 * For two outputs that exclude each other, neither is on while the other's board reports it as on. If that board fails, the
 * state is unknown and nothing is started. An output that already runs was started when the other was known to be off.
 */
function patient(
	output: Output,
	verdict: Verdict,
	outputs: readonly Output[],
	states: OutputStates,
): Verdict | undefined {
	if (verdict.want === 0) return undefined;
	const runs = running(states[output.index] ?? AT_REST);
	const other = outputs.find(
		(o) => (o.id === output.excludes || o.excludes === output.id) && mayRun(states[o.index] ?? AT_REST, runs),
	);
	return other && delayed(output, verdict, OFF, reason("partner_not_off", { by: other.id }));
}

const mayRun = ({ actual, fault }: OutputState, unknownIsFine: boolean) =>
	actual === undefined ? fault !== undefined && !unknownIsFine : actual > 0;

function counted(
	now: Instant,
	outputs: readonly Output[],
	states: OutputStates,
	verdicts: readonly Verdict[],
	before: Starts,
): Starts {
	let starts = before;
	for (const { id, index, starts_per_hour } of outputs) {
		const state = states[index];
		if (starts_per_hour === 0 || state === undefined || started(state) || (verdicts[index]?.want ?? OFF) === 0)
			continue;
		starts = { ...starts, [id]: [...recent(now, starts[id]), now] };
	}
	return starts;
}

function notYet(now: Instant, output: Output, state: OutputState, verdict: Verdict): Reason | undefined {
	if (verdict.urgent) return undefined;
	const left = remaining(now, state.since, output.least_run);
	return left > 0 ? reason("least_run", { left, least_run: output.least_run }) : undefined;
}

const remaining = (now: Instant, from: Instant | undefined, least: Seconds) =>
	from === undefined ? 0 : Math.ceil(least - since(from, now));
const recent = (now: Instant, starts: readonly Instant[] = []) => starts.filter((at) => since(at, now) < HOUR);
