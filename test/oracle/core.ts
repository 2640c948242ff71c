import type { Activity, Reason } from "#model/decision/decision.ts";
import type { Intent, Mode } from "#model/decision/intent.ts";
import type { OutputState, OutputStates } from "#model/plant/output.ts";
import type { Output, Plant, Roles } from "#model/plant/plant.ts";
import type { Readings, Sample } from "#model/plant/reading.ts";
import type { Instant, Percent, Seconds } from "#model/quantities/units.ts";
import { reason } from "../fakes/unworded.ts";
import { after, judge, since } from "./readings.ts";
import { type Limits, type Memory, RULES } from "./rules.ts";

/**
 * The decisions of release 0.1.0, when a plant was one collector, one tank and one pump. Frozen: only types come from the
 * product, so nothing here follows a change of the core. `same-decisions.test.ts` compares the core with it. Left out is what decides nothing: notices, counters,
 * settings changed at run time, and commands that are refused.
 */
/** Strongest first. */
const STRENGTH = { safety: 0, manual: 1, protection: 2, normal: 3, upkeep: 4 } as const;
type Rank = keyof typeof STRENGTH;
const FULL = 100 as Percent;
const OFF = 0 as Percent;
const AT_REST: OutputState = { wanted: OFF };
const REST = { load_off: OFF, load_on: FULL, hold: undefined } as const;

export interface Claim {
	readonly output: Output;
	readonly want: Percent;
	readonly rank: Rank;
	readonly because: Reason;
	readonly activity: Activity;
}
export interface Idle {
	readonly output: Output;
	readonly because: Reason;
}
export interface Verdict {
	readonly want: Percent;
	readonly because: Reason;
	readonly rank?: Rank;
	readonly activity: Activity;
	readonly overruled: readonly Claim[];
}
export interface Situation {
	readonly now: Instant;
	readonly plant: Plant;
	readonly roles: Roles;
	readonly readings: Readings;
	readonly mode: Mode;
	readonly limits: Limits;
	readonly intents: readonly Intent[];
}
export interface Proposal {
	readonly claims: readonly Claim[];
	readonly idle: readonly Idle[];
	readonly memory: Memory;
}
type Starts = Readonly<Record<string, readonly Instant[]>>;
export interface State {
	readonly mode: Mode;
	readonly mode_until: Instant | undefined;
	readonly memories: Readonly<Record<string, Memory>>;
	readonly starts: Starts;
	readonly readings: Readings;
	readonly outputs: OutputStates;
}
export const firstState = (plant: Plant): State => ({
	mode: "auto",
	mode_until: undefined,
	memories: Object.fromEntries(RULES.map(({ id, memory }) => [id, memory])),
	starts: {},
	readings: [],
	outputs: plant.outputs.map(() => AT_REST),
});

export interface Input {
	readonly now: Instant;
	readonly samples: readonly (Sample | undefined)[];
	readonly intents: readonly Intent[];
}

export function step(plant: Plant, roles: Roles, limits: Limits, before: State, { now, samples, intents }: Input) {
	const { mode, mode_until, taken } = intend(before, now, intents);
	const readings = judge(now, plant, samples, before.readings);
	const situation = { now, plant, roles, readings, mode, limits, intents: taken };
	const claims: Claim[] = [];
	const idle: Idle[] = [];
	const memories: Record<string, Memory> = {};
	for (const rule of RULES) {
		const proposal = rule.propose(situation, before.memories[rule.id] ?? {});
		claims.push(...proposal.claims.filter((c) => listened(mode, c.rank)));
		idle.push(...proposal.idle);
		memories[rule.id] = proposal.memory;
	}
	const arbitrated = plant.outputs.map((output) => verdictOn(output, claims, idle));
	const decided = mode === "auto" ? arbitrated : atRest(plant, arbitrated, before.outputs, mode);
	const { verdicts, starts } = interlock(now, plant.outputs, before.outputs, decided, before.starts);
	const state: State = { mode, mode_until, memories, starts, readings, outputs: before.outputs };
	return { state, verdicts, activity: activityOf(verdicts, mode) };
}

function intend(before: State, now: Instant, intents: readonly Intent[]) {
	const over = before.mode_until !== undefined && since(before.mode_until, now) >= 0;
	let mode = over ? "auto" : before.mode;
	let mode_until = over ? undefined : before.mode_until;
	const taken: Intent[] = over ? [{ kind: "mode", mode: "auto" }] : [];
	for (const intent of intents) {
		if (intent.kind === "mode") {
			mode = intent.mode;
			mode_until = mode === "test" ? after(now, 900) : undefined;
		}
		if (intent.kind !== "hold" || mode !== "off") taken.push(intent);
	}
	return { mode, mode_until, taken };
}

const listened = (mode: Mode, rank: Claim["rank"]) =>
	mode === "auto" || rank === "safety" || (mode === "test" && rank === "manual");

function verdictOn(output: Output, claims: readonly Claim[], idle: readonly Idle[]): Verdict {
	let best: Claim | undefined;
	for (const claim of claims) if (claim.output === output && (best === undefined || beats(claim, best))) best = claim;
	if (best === undefined) {
		const because = idle.find((i) => i.output === output)?.because ?? reason("nobody_asks");
		return { want: OFF, because, activity: "idle", overruled: [] };
	}
	const { want, because, rank, activity } = best;
	const overruled = claims.filter((c) => c.output === output && c.want !== want);
	return { want, because, rank, activity, overruled };
}

function beats(a: Claim, b: Claim): boolean {
	const by = STRENGTH[a.rank] - STRENGTH[b.rank];
	return by < 0 || (by === 0 && a.want < b.want);
}

const atRest = (plant: Plant, verdicts: readonly Verdict[], states: OutputStates, mode: "off" | "test") =>
	plant.outputs.map((output): Verdict => {
		const verdict = verdicts[output.index] as Verdict;
		if (verdict.rank !== undefined) return verdict;
		const state = states[output.index];
		const want = REST[output.rest] ?? state?.actual ?? state?.wanted ?? verdict.want;
		const rank = mode === "off" ? { rank: "safety" as const } : {};
		return { want, because: reason(`mode_${mode}`), ...rank, activity: "off", overruled: [] };
	});

function activityOf(verdicts: readonly Verdict[], mode: Mode): Activity {
	let best: Verdict | undefined;
	for (const v of verdicts)
		if (v.rank !== undefined && (best?.rank === undefined || STRENGTH[v.rank] < STRENGTH[best.rank])) best = v;
	return best?.activity ?? (mode === "off" ? "off" : "idle");
}

function interlock(
	now: Instant,
	outputs: readonly Output[],
	states: OutputStates,
	verdicts: readonly Verdict[],
	before: Starts,
) {
	const all = [...verdicts];
	for (const output of outputs) all[output.index] = paced(now, output, states, all, before);
	for (const output of outputs) all[output.index] = excluded(output, outputs, all);
	for (const output of outputs) all[output.index] = patient(output, outputs, states, all);
	let starts = before;
	for (const { id, index, starts_per_hour } of outputs) {
		const fresh = !started(states[index] ?? AT_REST) && (all[index]?.want ?? OFF) > 0;
		if (starts_per_hour > 0 && fresh) starts = { ...starts, [id]: [...recent(now, starts[id]), now] };
	}
	return { verdicts: all, starts };
}

const running = (state: OutputState) => (state.actual ?? state.wanted) > 0;
const started = (state: OutputState) => running(state) || state.wanted > 0;
const recent = (now: Instant, starts: readonly Instant[] = []) => starts.filter((at) => since(at, now) < 3600);
const remaining = (now: Instant, from: Instant | undefined, least: Seconds) =>
	from === undefined ? 0 : Math.ceil(least - since(from, now));

function paced(now: Instant, output: Output, states: OutputStates, all: readonly Verdict[], starts: Starts): Verdict {
	const verdict = all[output.index] as Verdict;
	const state = states[output.index] as OutputState;
	const wants = verdict.want > 0;
	if (wants === running(state)) return verdict;
	const why = wants ? notNow(now, output, state, starts) : notYet(now, output, state, verdict);
	return why === undefined
		? verdict
		: delayed(output, verdict, wants ? OFF : state.wanted > 0 ? state.wanted : FULL, why);
}

function notNow(now: Instant, output: Output, state: OutputState, starts: Starts): Reason | undefined {
	const { id, least_rest, starts_per_hour } = output;
	const left = remaining(now, state.since, least_rest);
	if (left > 0) return reason("least_rest", { left, least_rest });
	if (starts_per_hour === 0 || started(state)) return undefined;
	const count = recent(now, starts[id]).length;
	return count >= starts_per_hour ? reason("starts_per_hour", { starts: count, starts_per_hour }) : undefined;
}

function notYet(now: Instant, { least_run }: Output, state: OutputState, verdict: Verdict): Reason | undefined {
	const left = verdict.rank === "safety" ? 0 : remaining(now, state.since, least_run);
	return left > 0 ? reason("least_run", { left, least_run }) : undefined;
}

function excluded(output: Output, outputs: readonly Output[], all: readonly Verdict[]): Verdict {
	const verdict = all[output.index] as Verdict;
	const other = outputs.find((o) => o.id === output.excludes);
	if (other === undefined || verdict.want === 0 || (all[other.index]?.want ?? OFF) === 0) return verdict;
	return delayed(output, verdict, OFF, reason("excluded", { by: other.id }));
}

function patient(output: Output, outputs: readonly Output[], states: OutputStates, all: readonly Verdict[]): Verdict {
	const verdict = all[output.index] as Verdict;
	if (verdict.want === 0) return verdict;
	const runs = running(states[output.index] ?? AT_REST);
	const other = outputs.find(
		(o) => (o.id === output.excludes || o.excludes === output.id) && mayRun(states[o.index] ?? AT_REST, runs),
	);
	return other === undefined ? verdict : delayed(output, verdict, OFF, reason("partner_not_off", { by: other.id }));
}

const mayRun = ({ actual, fault }: OutputState, unknownIsFine: boolean) =>
	actual === undefined ? fault !== undefined && !unknownIsFine : actual > 0;

function delayed(output: Output, verdict: Verdict, want: Percent, because: Reason): Verdict {
	const { rank = "normal", activity } = verdict;
	const asked = { output, want: verdict.want, rank, because: verdict.because, activity };
	return {
		...verdict,
		want,
		because,
		activity: want > 0 ? activity : "idle",
		overruled: [asked, ...verdict.overruled],
	};
}
