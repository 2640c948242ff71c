import { type Activity, type Claim, type Rank, reason, strength, type Verdict } from "#model/decision/decision.ts";
import type { Mode } from "#model/decision/intent.ts";
import type { Group } from "#model/decision/settings.ts";
import { driven, isCircuit } from "#model/plant/circuit.ts";
import { open } from "#model/plant/flows.ts";
import { roundedDown } from "#model/plant/level.ts";
import { type OutputStates, restOf } from "#model/plant/output.ts";
import type { Subject } from "#model/plant/plant.ts";
import { type Instant, OFF, percent } from "#model/quantities/units.ts";
import { type Notice, notice } from "#model/sentences/notice.ts";
import { type Goal, goalOfCircuit, goalOfOutput } from "./arbitrate.ts";
import type { Bound, Instance } from "./bind.ts";
import { Changes, type Recalled, settled } from "./memory/recalled.ts";
import { goalFor, type Route, route } from "./network/route.ts";
import type { Idle, Proposal, Situation } from "./rule.ts";

/** All that rules may know in this turn. It is made for the turn, so `decide` puts each rule's own settings into it. */
export interface Given extends Situation<Group> {
	settings: Group;
}

export interface Decided {
	/** What each output is to do, before the machinery is protected. */
	readonly goals: readonly Goal[];
	/** What each circuit is to do by the claims on it, and what becomes of that in networks. */
	readonly circuits: readonly Goal[];
	readonly routes: readonly Route[];
	/** The same object as before if no rule's memory changed. */
	readonly recalled: Recalled;
	readonly broken: readonly string[];
	readonly notices: readonly Notice[];
}

const NO_SETTINGS: Group = {};
const NO_NOTICES: readonly Notice[] = [];

/**
 * Asks every rule at each of its places, arbitrates, and applies the mode.
 * @param failed counters that have already failed, by rule id
 */
export function decide(bound: Bound, given: Given, last: Recalled, failed: readonly string[]): Decided {
	const { mode } = given;
	const claims: Claim[] = [];
	const idle: Idle[] = [];
	let notices = NO_NOTICES;
	let broken = failed;
	let changes: Changes | undefined;
	for (const instance of last.asked) {
		const { nth } = instance;
		given.settings = last.groups[nth] ?? NO_SETTINGS;
		const before = last.own[nth];
		const { claims: claimed, idle: idling, memory, bug } = asked(instance, given, before);
		if (claimed.length > 0) for (const one of claimed) claims.push(one);
		if (idling.length > 0) for (const one of idling) idle.push(one);
		if (memory !== before) {
			changes ??= new Changes(last);
			changes.remember(instance, memory);
		}
		if (bug === undefined || broken.includes(instance.rule.id)) continue;
		broken = [...broken, instance.rule.id];
		notices = [...notices, notice("error", "counter_bug", { rule: instance.rule.id, error: bug })];
	}
	const recalled = settled(changes?.after() ?? last);
	// "Not wired" is the last reason for idleness, because it would hide the real one.
	const why = bound.unwired.length === 0 ? idle : [...idle, ...bound.unwired];
	const heard = mode === "auto" ? claims : claims.filter(({ rank }) => listened(mode, rank));
	const { goals, circuits: circuitGoals, routes } = goalsOf(bound, given, heard, why);
	return { goals, circuits: circuitGoals, routes, recalled, broken, notices };
}

/** What a rule proposes, or a counter's bug. */
type Asked = Proposal<unknown> & { readonly bug?: string };

/** Asks a rule at a place. A bug in a counter only stops that counter. A bug in a rule that controls ends control. */
function asked({ rule, here, propose }: Instance, situation: Given, memory: unknown): Asked {
	try {
		return propose(here, situation, memory);
	} catch (bug) {
		if (rule.counts !== true) throw bug;
		return { claims: [], idle: [], memory, bug: String(bug) };
	}
}

/** In `off` only safety acts. In `test` the one output under test acts as well. */
function listened(mode: Exclude<Mode, "auto">, rank: Rank): boolean {
	switch (mode) {
		case "off":
			return rank === "safety";
		case "test":
			return rank === "safety" || rank === "manual";
	}
}

const NO_ROUTES: readonly Route[] = [];

/** Arbitrates, applies the mode, and routes. */
function goalsOf({ plant, networks, deciders }: Bound, given: Given, claims: readonly Claim[], idle: readonly Idle[]) {
	const { now, outputs: states, mode } = given;
	const circuits = plant.circuits.map((circuit) => {
		const goal = goalOfCircuit(circuit, claims, idle);
		return mode === "auto" ? goal : atRest(now, circuit, goal, states, mode);
	});
	const goals = plant.outputs.map((output) => {
		const by = deciders[output.index];
		const decided = by === undefined || by === "routed" ? undefined : circuits[by.index];
		const goal = decided ?? goalOfOutput(output, claims, idle);
		return mode === "auto" || decided !== undefined ? goal : atRest(now, output, goal, states, mode);
	});
	if (networks.length === 0) return { goals, circuits, routes: NO_ROUTES };
	const routes = networks.map((network) => route(now, network, circuits, goals, states));
	for (const one of routes)
		for (const branch of one.network.branches) {
			const goal = goalFor(branch, one);
			if (goal !== undefined) goals[branch.output.index] = goal;
		}
	return { goals, circuits, routes };
}

/** What no rule claims goes to rest. At rest heat goes no new way. */
function atRest(now: Instant, on: Subject, goal: Goal, states: OutputStates, mode: Exclude<Mode, "auto">): Goal {
	if (goal.rank !== undefined) return goal;
	const output = driven(on);
	const state = states[output.index];
	const rests = restOf(output) ?? state?.actual ?? state?.wanted ?? goal.want;
	const allowed = roundedDown(output, percent(Math.min(rests, goal.most)));
	const want = isCircuit(on) && !open(now, on, states) ? OFF : allowed;
	return { ...goal, want, because: reason(`mode_${mode}`), activity: "off", urgent: mode === "off", overruled: NONE };
}
const NONE: readonly Claim[] = [];

/** The plant's activity: that of the strongest verdict; `starting` before anything is decided. */
export function activityOf(verdicts: readonly Verdict[], mode: Mode): Activity {
	let best: Verdict | undefined;
	for (const v of verdicts)
		if (v.rank !== undefined && (best?.rank === undefined || strength[v.rank] < strength[best.rank])) best = v;
	if (best !== undefined) return best.activity;
	return mode === "off" ? "off" : "idle";
}
