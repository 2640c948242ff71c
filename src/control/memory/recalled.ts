import type { Group, Settings } from "#model/decision/settings.ts";
import type { Bound } from "../bind.ts";
import type { Memories } from "./memories.ts";

/** Settings and memory of each of `bound.instances`, in that order. So a turn does not look up each by its name. */
export interface Recalled {
	readonly bound: Bound;
	readonly settings: Settings;
	readonly memories: Memories;
	readonly groups: readonly Group[];
	readonly own: readonly unknown[];
}

const NO_SETTINGS: Group = {};

/** Those of the last turn, unless settings, memories or the plant are other objects now. */
export function recalled(bound: Bound, settings: Settings, memories: Memories, last: Recalled | undefined): Recalled {
	const same = last?.bound === bound ? last : undefined;
	if (same?.settings === settings && same.memories === memories) return same;
	const groups =
		same?.settings === settings ? same.groups : bound.instances.map((one) => settings[one.settings] ?? NO_SETTINGS);
	const own = same?.memories === memories ? same.own : bound.instances.map(({ key }) => memories[key]);
	return { bound, settings, memories, groups, own };
}
