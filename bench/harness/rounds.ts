/** Something that is measured once a round; several figures may come of it. */
export type Target<Figures> = () => Promise<Figures>;

/**
 * Measures all targets in every round, in random order, so that a busy moment of the machine meets all of them alike.
 * One round before is thrown away: it warms the caches of the disk.
 */
export async function interleaved<Name extends string, Figures>(
	targets: Readonly<Record<Name, Target<Figures>>>,
	rounds: number,
	tell: (line: string) => void,
): Promise<Readonly<Record<Name, readonly Figures[]>>> {
	const names = Object.keys(targets) as Name[];
	const found = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Figures[]>;
	for (let round = 0; round <= rounds; round++) {
		for (const name of shuffled(names)) {
			const figures = await targets[name]();
			if (round > 0) found[name].push(figures);
		}
		tell(round === 0 ? "warm-up" : `round ${round} of ${rounds}`);
	}
	return found;
}

function shuffled<T>(items: readonly T[]): readonly T[] {
	return items
		.map((item) => ({ item, place: Math.random() }))
		.sort((a, b) => a.place - b.place)
		.map(({ item }) => item);
}
