import type { Activity, Verdict } from "#model/decision/decision.ts";
import type { Intent, Mode } from "#model/decision/intent.ts";
import type { Group, Settings } from "#model/decision/settings.ts";
import type { Finding, Problem } from "#model/findings/finding.ts";
import type { OutputStates } from "#model/plant/output.ts";
import type { Readings, Sample } from "#model/plant/reading.ts";
import type { Instant } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import type { Notice } from "#model/sentences/notice.ts";
import type { Bound } from "./bind.ts";
import type { CircuitState } from "./circuit-state.ts";
import { circuitVerdicts, decidedOn, flowing } from "./circuits.ts";
import { activityOf, decide } from "./decide.ts";
import { PLAIN } from "./explain/compare.ts";
import { intend } from "./intents.ts";
import { judge } from "./judge.ts";
import { interlock, NO_STARTS, type Starts } from "./machinery/interlock.ts";
import type { Memories } from "./memory/memories.ts";
import { type Recalled, recalled } from "./memory/recalled.ts";

/** Everything that is passed from one turn to the next. */
export interface State {
	readonly mode: Mode;
	/** When the mode `test` ends. */
	readonly mode_until: Instant | undefined;
	readonly settings: Settings;
	readonly memories: Memories;
	readonly starts: Starts;
	readonly readings: Readings;
	readonly outputs: OutputStates;
	/** What the next turn needs not look up again. Not saved. */
	readonly recalled?: Recalled;
	/** Each circuit as it came out of the last turn. Not saved. */
	readonly circuits: readonly CircuitState[];
	/** When the first turn was. Absent before it. Not saved. */
	readonly begun?: Instant;
	/** Counters that failed, by rule id. Each is reported once. */
	readonly broken: readonly string[];
}

/** The state before the first turn. A test ends with its process. */
export const firstState = (
	mode: Mode,
	settings: Settings,
	memories: Memories,
	outputs: OutputStates,
	starts: Starts = NO_STARTS,
): State => ({
	mode: mode === "test" ? "auto" : mode,
	mode_until: undefined,
	settings,
	memories,
	starts,
	readings: [],
	outputs,
	circuits: [],
	broken: [],
});

/** Inputs of a turn. `samples` are in the order of `plant.sensors`. */
export interface Input {
	readonly now: Instant;
	readonly wall: Wall;
	readonly samples: readonly (Sample | undefined)[];
	readonly intents: readonly Intent[];
	/** The broker that the app has joined, as `host:port`. Absent until it knows one. */
	readonly broker?: string | undefined;
}

export interface Decision {
	readonly state: State;
	readonly verdicts: readonly Verdict[];
	/** In the order of `plant.circuits`. */
	readonly circuits: readonly Verdict[];
	readonly activity: Activity;
	readonly notices: readonly Notice[];
	/** What checks of the plant found. */
	readonly findings: readonly Finding[];
	/** For each intent, in order: undefined if accepted, otherwise the reason. */
	readonly answers: readonly (Problem | undefined)[];
}

const NO_ANSWERS: readonly undefined[] = [];
const NO_INTENTS: readonly Intent[] = [];
const NO_SETTINGS: Group = {};

/** One turn of the core: intend, judge, propose, arbitrate, interlock. Reads no clock, does no I/O, keeps nothing. */
export function step(bound: Bound, before: State, input: Input): Decision {
	const { plant } = bound;
	const { now, wall, samples, intents, broker } = input;
	const asked =
		intents.length === 0 && before.mode_until === undefined ? undefined : intend(bound, before, now, intents);
	const { mode, settings } = asked ?? before;
	const { readings, notices } = judge(now, plant, samples, before.readings);
	const { begun = now } = before;
	const given = {
		now,
		begun,
		wall,
		plant,
		readings,
		outputs: before.outputs,
		circuits: flowing(now, plant, before.circuits, before.outputs),
		mode,
		settings: NO_SETTINGS,
		intents: asked?.taken ?? NO_INTENTS,
		compare: PLAIN,
		broker,
	};
	const last = recalled(bound, settings, before.memories, before.recalled);
	const decided = decide(bound, given, last, before.broken);
	const { goals, routes } = decided;
	const { verdicts, starts } = interlock(now, plant.outputs, before.outputs, goals, before.starts, routes);
	const state: State = {
		mode,
		mode_until: asked?.mode_until,
		settings,
		memories: decided.recalled.memories,
		recalled: decided.recalled,
		starts,
		readings,
		outputs: before.outputs,
		circuits: decidedOn(bound, given.circuits, decided.circuits, routes, mode),
		begun,
		broken: decided.broken,
	};
	return {
		state,
		verdicts,
		circuits: circuitVerdicts(now, bound, decided.circuits, routes, goals, verdicts, before.outputs),
		activity: activityOf(verdicts, mode),
		notices: decided.notices.length === 0 ? notices : [...notices, ...decided.notices],
		findings: decided.recalled.findings,
		answers: asked?.answers ?? NO_ANSWERS,
	};
}
