import type { Group, Settings } from "#model/decision/settings.ts";
import type { Finding } from "#model/findings/finding.ts";
import type { Bound, Instance } from "../bind.ts";
import type { Memories } from "./memories.ts";

/**
 * What a turn need not look up or work out again. It follows from `bound`, `settings` and `memories` alone, and holds for these
 * very objects. Lists are in the order of `bound.instances`.
 */
export interface Recalled {
	readonly bound: Bound;
	readonly settings: Settings;
	readonly memories: Memories;
	readonly groups: readonly Group[];
	readonly own: readonly unknown[];
	/** Those that are asked: at first all, so that what is switched off brings its memory to rest, and then `on`. */
	readonly asked: readonly Instance[];
	/** Those that are not switched off. */
	readonly on: readonly Instance[];
	/** What each knows to be wrong by its memory. */
	readonly found: readonly (readonly Finding[])[];
	/** All of it, told once. */
	readonly findings: readonly Finding[];
}

const NO_SETTINGS: Group = {};
const NO_FINDINGS: readonly Finding[] = [];

/** That of the last turn, unless settings, memories or the plant are other objects now. */
export function recalled(bound: Bound, settings: Settings, memories: Memories, last: Recalled | undefined): Recalled {
	const same = last?.bound === bound ? last : undefined;
	if (same?.settings === settings && same.memories === memories) return same;
	const { instances } = bound;
	const groups =
		same?.settings === settings ? same.groups : instances.map((one) => settings[one.settings] ?? NO_SETTINGS);
	const own = same?.memories === memories ? same.own : instances.map(({ key }) => memories[key]);
	const found =
		same?.memories === memories ? same.found : instances.map((one) => one.finds?.(own[one.nth]) ?? NO_FINDINGS);
	const on = instances.filter(({ rule, nth }) => rule.off?.(groups[nth] ?? NO_SETTINGS) !== true);
	return { bound, settings, memories, groups, own, asked: instances, on, found, findings: told(instances, found) };
}

/** What a turn changes of it: copied once, because many counters may change in the same turn. */
export class Changes {
	private readonly memories: Record<string, unknown>;
	private readonly own: unknown[];
	private found: Recalled["found"];
	private readonly last: Recalled;

	constructor(last: Recalled) {
		this.last = last;
		this.memories = { ...last.memories };
		this.own = [...last.own];
		this.found = last.found;
	}

	remember({ key, nth, finds }: Instance, memory: unknown): void {
		this.memories[key] = memory;
		this.own[nth] = memory;
		const [found, before] = [finds?.(memory) ?? NO_FINDINGS, this.found[nth] ?? NO_FINDINGS];
		// Mostly nothing is wrong, before and after.
		if (found.length > 0 || before.length > 0) this.found = this.found.with(nth, found);
	}

	after(): Recalled {
		const { last, memories, own, found } = this;
		const findings = found === last.found ? last.findings : told(last.bound.instances, found);
		return { ...last, memories, own, found, findings };
	}
}

/** After a turn in which all of `asked` were asked. */
export const settled = (after: Recalled): Recalled =>
	after.asked === after.on ? after : { ...after, asked: after.on };

/** All that was found but what another one tells already. Rules that cover others come before them. */
function told(instances: readonly Instance[], found: Recalled["found"]): readonly Finding[] {
	const finders: number[] = [];
	const all: Finding[] = [];
	for (const { nth, covered_by } of instances) {
		const own = found[nth] ?? NO_FINDINGS;
		if (own.length === 0 || covered_by.some((other) => finders.includes(other))) continue;
		finders.push(nth);
		all.push(...own);
	}
	return all.length === 0 ? NO_FINDINGS : all;
}
