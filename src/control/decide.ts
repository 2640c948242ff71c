import {
	type Activity,
	type Claim,
	type Rank,
	type Reason,
	reason,
	strength,
	type Verdict,
} from "#model/decision/decision.ts";
import type { Mode } from "#model/decision/intent.ts";
import type { Group, Settings } from "#model/decision/settings.ts";
import { type OutputStates, restOf } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import { type Notice, notice } from "#model/sentences/notice.ts";
import { arbitrate } from "./arbitrate.ts";
import type { Bound, Instance } from "./bind.ts";
import type { Memories } from "./memories.ts";
import type { Idle, Proposal, Situation } from "./rule.ts";

export interface Given extends Situation<Settings> {
	/** Counters that have already failed, by rule id. */
	readonly broken: readonly string[];
}

export interface Decided {
	readonly verdicts: readonly Verdict[];
	/** The same object as before if no rule's memory changed. */
	readonly memories: Memories;
	readonly broken: readonly string[];
	readonly notices: readonly Notice[];
}

const NO_SETTINGS: Group = {};

/** Asks every rule at each of its places, arbitrates, and applies the mode. */
export function decide({ instances, unwired }: Bound, given: Given, before: Memories): Decided {
	const { now, wall, plant, readings, outputs, mode, settings, intents } = given;
	const claims: Claim[] = [];
	const idle: Idle[] = [];
	const notices: Notice[] = [];
	let { broken } = given;
	let changed: Memories | undefined;
	// One object for all rules, with each rule's settings in turn. Rules do not keep it, so a turn saves eight copies.
	const situation = { now, wall, plant, readings, outputs, mode, settings: NO_SETTINGS, intents };
	for (const instance of instances) {
		const { rule, here, key } = instance;
		const { id } = rule;
		situation.settings = settings[id] ?? NO_SETTINGS;
		const memory = before[key];
		const proposal: Asked =
			rule.counts === true ? counted(instance, situation, memory) : rule.propose(here, situation, memory);
		if (proposal.claims.length > 0) for (const c of proposal.claims) if (listened(mode, c.rank)) claims.push(c);
		if (proposal.idle.length > 0) idle.push(...proposal.idle);
		if (proposal.memory !== memory) changed = { ...changed, [key]: proposal.memory };
		if (proposal.bug === undefined || broken.includes(id)) continue;
		broken = [...broken, id];
		notices.push(notice("error", "counter_bug", { rule: id, error: proposal.bug }));
	}
	// "Not wired" is the last reason for idleness, because it would hide the real one.
	const why = unwired.length === 0 ? idle : [...idle, ...unwired];
	const verdicts = arbitrate(plant.outputs, claims, why);
	return {
		verdicts: mode === "auto" ? verdicts : atRest(plant, verdicts, outputs, mode),
		memories: changed === undefined ? before : { ...before, ...changed },
		broken,
		notices,
	};
}

/** A bug in a counter only stops that counter. A bug in a rule that controls ends control. */
function counted({ rule, here }: Instance, situation: Situation<Group>, memory: unknown): Asked {
	try {
		return rule.propose(here, situation, memory);
	} catch (bug) {
		return { claims: [], idle: [], memory, bug: String(bug) };
	}
}
type Asked = Proposal<unknown> & { readonly bug?: string };

/** In `off` only safety acts. In `test` the one output under test acts as well. */
function listened(mode: Mode, rank: Rank): boolean {
	switch (mode) {
		case "auto":
			return true;
		case "off":
			return rank === "safety";
		case "test":
			return rank === "safety" || rank === "manual";
	}
}

function atRest(
	plant: Plant,
	verdicts: readonly Verdict[],
	states: OutputStates,
	mode: Exclude<Mode, "auto">,
): readonly Verdict[] {
	const because: Reason = reason(`mode_${mode}`);
	return plant.outputs.map((output) => {
		const verdict = verdicts[output.index];
		const state = states[output.index];
		if (verdict === undefined || verdict.rank !== undefined) return verdict as Verdict;
		const want = restOf(output) ?? state?.actual ?? state?.wanted ?? verdict.want;
		return { want, because, activity: "off", urgent: mode === "off", overruled: [] };
	});
}

/** The plant's activity: that of the strongest verdict; `starting` before anything is decided. */
export function activityOf(verdicts: readonly Verdict[], mode: Mode): Activity {
	let best: Verdict | undefined;
	for (const v of verdicts)
		if (v.rank !== undefined && (best?.rank === undefined || strength[v.rank] < strength[best.rank])) best = v;
	if (best !== undefined) return best.activity;
	return mode === "off" ? "off" : "idle";
}
