import type * as z from "zod";
import { ruleOf } from "#model/decision/memory-key.ts";
import type { Bound } from "../bind.ts";
import type { AnyRule, Lost } from "../rule.ts";
import { MARKS, type Marks, marksIn, renamedCircuits } from "./places.ts";

/** Memories of the rules, by rule id or `rule@place`. Plain data that can be saved as JSON. */
export type Memories = Readonly<Record<string, unknown>>;

/**
 * The valid part of each rule's saved memory; the rest is as at its first start. A memory follows its place to another key. A rule
 * that rests loses its memory, unless it counts.
 */
export function remembered(bound: Bound, saved: Memories): Memories {
	const marks = marksIn(saved[MARKS]);
	const renamed = renamedCircuits(bound.plant, marks);
	const sources = sourcesOf(bound, saved, marks);
	const memories = [...bound.instances, ...bound.resting].map(({ rule, key }) => {
		const source = sources.get(key);
		const old = memoryIn(rule, source === undefined ? undefined : saved[source]);
		const named = renamed.size > 0 && rule.renamed ? rule.renamed(old, renamed) : old;
		return [key, rule.gone ? rule.gone(named, lostIn(bound, saved, marks, sources)) : named];
	});
	return Object.fromEntries(memories);
}

/** What was saved last of places that are no more. Older rows were lost before. */
function lostIn({ rules }: Bound, saved: Memories, { keys }: Marks, sources: ReadonlyMap<string, string>): Lost {
	const claimed = new Set(sources.values());
	const lost = Object.keys(keys).filter((key) => Object.hasOwn(saved, key) && !claimed.has(key));
	const known = rules.map(({ id }) => [id, lost.filter((key) => ruleOf(key) === id).map((key) => saved[key])] as const);
	return Object.fromEntries(known.filter(([, rows]) => rows.length > 0));
}

/** The valid fields of what was saved. A broken field must not take a latch beside it along. */
function memoryIn({ memory }: AnyRule, saved: unknown): unknown {
	const whole = memory.safeParse(saved ?? {});
	if (whole.success) return whole.data;
	if (typeof saved !== "object" || saved === null) return memory.parse({});
	const valid = Object.entries(saved).filter(([field, value]) => fieldOf(memory, field)?.safeParse(value).success);
	return memory.parse(Object.fromEntries(valid));
}

const fieldOf = ({ shape }: AnyRule["memory"], field: string): z.ZodType | undefined =>
	Object.hasOwn(shape, field) ? shape[field] : undefined;

/** For each memory key the saved key that it continues. */
function sourcesOf(
	{ instances, resting, rules }: Bound,
	saved: Memories,
	{ keys }: Marks,
): ReadonlyMap<string, string> {
	const sources = new Map<string, string>();
	for (const rule of rules) {
		const places = instances.filter((instance) => instance.rule === rule);
		const kept = rule.counts ? [...places, ...resting.filter((one) => one.rule === rule)] : places;
		const old = savedKeys(rule, saved, keys);
		// The place itself, then the same name with another sensor or pump. Several fields on one pump have one mark.
		for (const { key, mark } of kept) if (keys[key] === mark && old.includes(key)) sources.set(key, key);
		for (const { key, mark } of kept) {
			if (sources.has(key)) continue;
			const alike = old.filter((k) => keys[k] === mark);
			const free = unclaimed(alike, sources);
			take(sources, key, free[0] ?? (rule.counts ? undefined : alike[0]));
		}
		for (const { key } of kept)
			if (!sources.has(key))
				take(
					sources,
					key,
					unclaimed(old, sources).find((k) => k === key),
				);
		// Another output is another output.
		if (rule.per === "output") continue;
		const left = unclaimed(old, sources);
		const fresh = places.filter(({ key }) => !sources.has(key));
		// Which is which is not known. A latch that is wrong is released by its own sensor; a count must not be doubled.
		for (const [n, { key }] of fresh.entries()) take(sources, key, left[n] ?? (rule.counts ? undefined : left.at(-1)));
	}
	return sources;
}

function take(sources: Map<string, string>, key: string, source: string | undefined): void {
	if (source !== undefined) sources.set(key, source);
}

function unclaimed(old: readonly string[], sources: ReadonlyMap<string, string>): readonly string[] {
	const claimed = new Set(sources.values());
	return old.filter((key) => !claimed.has(key));
}

/** The keys under which a rule's memories were saved last. Before there were marks, the rule had one place of each kind. */
function savedKeys({ id }: AnyRule, saved: Memories, marks: Marks["keys"]): readonly string[] {
	const all = Object.keys(saved).filter((key) => ruleOf(key) === id);
	const marked = all.filter((key) => Object.hasOwn(marks, key));
	return marked.length > 0 ? marked : all;
}
