import type { Found, FoundPlace, Likely, PlaceState } from "#model/plant/found.ts";

/** Places that several drivers found become one each, where the first of them stood. Sensors stay as they are. */
export function together(all: readonly Found[]): readonly Found[] {
	const places = new Map<string, FoundPlace>();
	for (const found of all) {
		if (found.kind === undefined) continue;
		const key = keyOf(found);
		const before = places.get(key);
		places.set(key, before === undefined ? found : joined(before, found));
	}
	const given = new Set<string>();
	return all.flatMap((found): readonly Found[] => {
		if (found.kind === undefined) return [found];
		const key = keyOf(found);
		if (given.has(key)) return [];
		given.add(key);
		return [places.get(key) ?? found];
	});
}

const keyOf = ({ kind, at }: FoundPlace) => `${kind} ${at}`;

function joined(a: FoundPlace, b: FoundPlace): FoundPlace {
	const name = a.name ?? b.name;
	const also = [...new Set([...(a.also ?? []), ...(b.also ?? [])])];
	const state = stronger(a.state, b.state);
	return {
		kind: a.kind,
		at: a.at,
		...(also.length > 0 && { also }),
		...(name !== undefined && { name }),
		likely: likeliest([...a.likely, ...b.likely]),
		...(state !== undefined && { state }),
	};
}

/** What is sure comes first. Of one kind of device, all texts are put together. */
function likeliest(all: readonly Likely[]): readonly Likely[] {
	const kinds = new Map<string, Likely>();
	for (const one of all) kinds.set(one.what, both(kinds.get(one.what) ?? one, one));
	const each = [...kinds.values()];
	return [...each.filter(({ sure }) => sure), ...each.filter(({ sure }) => !sure)];
}

function both(a: Likely, b: Likely): Likely {
	const sources = [...new Set([...(a.sources ?? []), ...(b.sources ?? [])])];
	const targets = [...new Set([...(a.targets ?? []), ...(b.targets ?? [])])];
	return {
		what: a.what,
		...((a.sure || b.sure) && { sure: true as const }),
		...(sources.length > 0 && { sources }),
		...(targets.length > 0 && { targets }),
	};
}

/** A place that one driver calls held is held, whatever another says. */
const STRENGTH: Readonly<Record<PlaceState["kind"], number>> = { free: 1, unreachable: 2, held: 3 };

function stronger(a: PlaceState | undefined, b: PlaceState | undefined): PlaceState | undefined {
	if (a === undefined || b === undefined) return a ?? b;
	return STRENGTH[b.kind] > STRENGTH[a.kind] ? b : a;
}
