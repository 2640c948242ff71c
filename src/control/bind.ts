import { reason } from "#model/decision/decision.ts";
import { memoryKey } from "#model/decision/memory-key.ts";
import { settingsKey } from "#model/decision/own-settings.ts";
import type { Finding } from "#model/findings/finding.ts";
import { driven } from "#model/plant/circuit.ts";
import type { Circuit, Part, Plant, Subject } from "#model/plant/plant.ts";
import { markOf } from "./memory/places.ts";
import { type Network, networksOf } from "./network/networks.ts";
import { type AnyRule, type Idle, neededAt, type Per, type Places, placesOf } from "./rule.ts";

/** A rule at one of its places, with what it needs there. */
export interface Instance {
	/** Its place in `instances`. */
	readonly nth: number;
	readonly rule: AnyRule;
	/** The place and what the rule needs, in the form that `propose` takes. */
	readonly here: object;
	/** The rule's own. */
	readonly propose: AnyRule["propose"];
	/** What the rule knows to be wrong at this place. Undefined where it never says so. */
	readonly finds: ((memory: unknown) => readonly Finding[]) | undefined;
	/** Those whose findings tell the same: while one of them finds something, this one's are not told. By their places in `instances`. */
	readonly covered_by: readonly number[];
	/** Key of its memory: the rule's id, with the place if there can be several. */
	readonly key: string;
	/** What stays of the place if it is called something else. */
	readonly mark: string;
	/** Key of its settings: the rule's id, with the place if that has some of its own. */
	readonly settings: string;
}

/** Rules and plant, joined once. */
export interface Bound {
	readonly plant: Plant;
	readonly rules: readonly AnyRule[];
	readonly instances: readonly Instance[];
	/** Rules without a place, or at a place where something is not wired. Their memories start again. */
	readonly resting: readonly Pick<Instance, "rule" | "key" | "mark">[];
	/** Their reasons, after all other reasons. */
	readonly unwired: readonly Idle[];
	/** Groups of circuits in which there is something to choose or to switch over. */
	readonly networks: readonly Network[];
	/** For each circuit the place of its network in `networks`, if it is in one. */
	readonly networkOf: readonly (number | undefined)[];
	/** For each output the circuit that alone decides about it, `routed` if a network does, or undefined if claims on it do. */
	readonly deciders: readonly (Circuit | "routed" | undefined)[];
}

/** A start asks for it several times. */
const bounds = new WeakMap<Plant, Bound>();

/** Finds the places of every rule, and what it needs there. The same object for the same plant and rules. */
export function bind(plant: Plant, rules: readonly AnyRule[]): Bound {
	const known = bounds.get(plant);
	if (known?.rules === rules) return known;
	const bound = joined(plant, rules);
	bounds.set(plant, bound);
	return bound;
}

function joined(plant: Plant, rules: readonly AnyRule[]): Bound {
	const instances: Instance[] = [];
	const resting: Pick<Instance, "rule" | "key" | "mark">[] = [];
	const unwired: Idle[] = [];
	for (const rule of rules) {
		const places = placesOf(rule, plant);
		if (places.length === 0) resting.push({ rule, key: rule.id, mark: "" });
		for (const at of places) {
			const key = keyOf(rule, at, places.length > 1);
			const mark = markOf(rule.per, at);
			const found = neededAt(rule, at, plant);
			const lacking = found.find(([, what]) => what === undefined);
			if (lacking === undefined) {
				const settings = "id" in at ? settingsKey(plant, rule.id, at.id) : rule.id;
				const here = { at, ...Object.fromEntries(found) };
				const nth = instances.length;
				const finds = finding(rule, here);
				instances.push({ nth, rule, here, key, mark, settings, propose: rule.propose, finds, covered_by: NOT_COVERED });
			} else {
				resting.push({ rule, key, mark });
				const because = reason("not_wired", { role: lacking[0], ...partAmong(rule.per, at, places) });
				for (const on of subjectsOf(rule.per, at, plant)) unwired.push({ on, because });
			}
		}
	}
	covering(instances);
	const networks = networksOf(plant);
	const networkOf = plant.circuits.map((circuit) => placeOf(circuit, networks));
	return { plant, rules, instances, resting, unwired, networks, networkOf, deciders: decidersOf(plant, networks) };
}

/** Finds, for what only finds, those that find the same fault at the same place. */
function covering(instances: Instance[]): void {
	for (const [nth, one] of instances.entries()) {
		if (one.finds === undefined) continue;
		const by = instances.filter(({ rule, here }) => rule.covers?.includes(one.rule.id) && isAbout(one.here, here));
		if (by.length > 0) instances[nth] = { ...one, covered_by: by.map((other) => other.nth) };
	}
}

const NOT_COVERED: readonly number[] = [];

/** Whether the place of the other is the same, or one that this one needs. */
const isAbout = (here: object, other: object): boolean =>
	Object.values(here).includes((other as { readonly at: Places[Per] }).at);

/** A bug in it finds nothing: only counters and checks have it, and control goes on without them. */
function finding(rule: AnyRule, here: object): Instance["finds"] {
	const { finds } = rule;
	if (finds === undefined) return undefined;
	return (memory) => {
		try {
			return finds.call(rule, here, memory);
		} catch {
			return NOTHING_FOUND;
		}
	};
}
const NOTHING_FOUND: readonly Finding[] = [];

function placeOf(circuit: Circuit, networks: readonly Network[]): number | undefined {
	const place = networks.findIndex(({ circuits }) => circuits.includes(circuit));
	return place < 0 ? undefined : place;
}

const decidersOf = ({ outputs, circuits }: Plant, networks: readonly Network[]) =>
	outputs.map((output) =>
		networks.some(({ branches }) => branches.some((branch) => branch.output === output))
			? "routed"
			: circuits.find((circuit) => driven(circuit) === output),
	);

/** A single place is not named, except outputs, because those may be added. */
const keyOf = ({ id, per }: AnyRule, at: Places[Per], several: boolean) =>
	(several || per === "output") && "id" in at ? memoryKey(id, at.id) : id;

/** Which of several fields or tanks lacks something. A circuit is told beside its name. */
const partAmong = (per: Per, at: Places[Per], all: readonly object[]) =>
	per === "part" && all.length > 1 ? { of_part: (at as Part).id } : {};

/** What a rule that rests at a place would have been about. */
function subjectsOf(per: Per, at: Places[Per], plant: Plant): readonly Subject[] {
	switch (per) {
		case "circuit":
		case "output":
			return [at as Subject];
		case "part":
			return plant.circuits.filter((c) => c.from === (at as Part) || c.to === at);
		case "plant":
			return [];
	}
}
