import { type Published, publishedDevices } from "ha-mqtt-discovery";
import type { Store } from "#store/store-contract.ts";

type Kept = Pick<Store, "load" | "save">;

/**
 * Topics announced with child devices, saved among the memories of the rules. A release that does not know child devices
 * reads no list of announcements in which something is new, and would leave every entity that it has not.
 */
const WITH_CHILDREN = "child_devices";

/** What was announced before. Empty if it cannot be read. */
export function announcedIn(store: Kept): readonly Published[] {
	const parsed = publishedDevices.safeParse(Object.values(store.load().published));
	if (!parsed.success) return [];
	const parents = new Set(parentsIn(store));
	return parsed.data.map((one) => (parents.has(one.topic) ? { ...one, children: true } : one));
}

/** Remembers what was announced now. A device that is no longer announced is forgotten. */
export function keepAnnounced(store: Kept, announced: readonly Published[]): void {
	const parents = announced.filter(({ children }) => children === true).map(({ topic }) => topic);
	const rows = announced.map(({ children: _, ...row }) => [row.topic, row] as const);
	const gone = Object.keys(store.load().published).map((topic) => [topic, undefined] as const);
	store.save({
		published: Object.fromEntries([...gone, ...rows]),
		...(JSON.stringify(parentsIn(store)) !== JSON.stringify(parents) && { memories: { [WITH_CHILDREN]: parents } }),
	});
}

const parentsIn = (store: Kept): readonly unknown[] => {
	const saved = store.load().memories[WITH_CHILDREN];
	return Array.isArray(saved) ? saved : [];
};
