/** A thing to be named. */
export interface Nameable {
	readonly id: string;
	/** As its owner calls it. */
	readonly own: string | undefined;
	/** What else it can be called, ever more exactly. */
	readonly names: readonly string[];
}

/** A name for each id, no two alike. If two things would have the same name, both get a more exact one. */
export function distinct(things: readonly Nameable[]): ReadonlyMap<string, string> {
	const exactness = new Map(things.map(({ id }) => [id, 0]));
	for (;;) {
		const alike = groupedBy(things, (thing) => nameAt(thing, exactness.get(thing.id) ?? 0));
		const unclear = [...alike.values()].filter((group) => group.length > 1).flatMap(toName);
		if (unclear.length === 0) break;
		for (const { id } of unclear) exactness.set(id, (exactness.get(id) ?? 0) + 1);
	}
	return new Map(things.map((thing) => [thing.id, nameAt(thing, exactness.get(thing.id) ?? 0)]));

	/** All of them, but for the only one whose owner gave it this name. */
	function toName(group: readonly Nameable[]): readonly Nameable[] {
		const owned = group.filter(({ id, own }) => own !== undefined && exactness.get(id) === 0);
		return owned.length === 1 ? group.filter((thing) => thing !== owned[0]) : group;
	}
}

/** The owner's name comes first, then ours, then the id, and at last a number. */
function nameAt({ id, own, names }: Nameable, exactness: number): string {
	const all = own === undefined ? names : [own];
	const last = `${own ?? names[0] ?? id} (${id})`;
	const beyond = exactness - all.length;
	return all[exactness] ?? (beyond === 0 ? last : `${last} ${beyond + 1}`);
}

function groupedBy<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		const name = key(one);
		const group = groups.get(name);
		if (group === undefined) groups.set(name, [one]);
		else group.push(one);
	}
	return groups;
}
