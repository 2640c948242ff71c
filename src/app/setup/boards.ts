import type { FoundPlace, Likely } from "#model/plant/found.ts";
import { placed } from "#options/plant/plant-of.ts";
import type { Language } from "#texts/say.ts";
import type { BoardKind, BoardRow } from "#web/setup/setup-view.ts";
import type { Named } from "../hardware/named.ts";
import { placeFound } from "../hardware/view.ts";

/** Channels that are tried as names where a board does not tell how many it has. */
const MOST = 16;

/** Places at which something may be switched, with each output that they may have. @param raw the options, which some addresses need */
export function boardRows(
	places: readonly FoundPlace[],
	named: Named,
	raw: unknown,
	language: Language,
): readonly BoardRow[] {
	return places.flatMap((place) => {
		const kinds = kindsOf(place, raw);
		if (kinds.length === 0) return [];
		const { at, name, state, held_by, text } = placeFound(place, named, language);
		return [{ at, state, kinds, ...(name && { name }), ...(held_by && { held_by }), ...(text && { text }) }];
	});
}

function kindsOf({ likely }: FoundPlace, raw: unknown): readonly BoardKind[] {
	const usualFirst = likely.toSorted((a, b) => rank(a) - rank(b));
	return usualFirst.flatMap(({ what, targets = [] }) => {
		const outputs = [...new Set(targets.flatMap((target) => channelsOf(target, raw)))].map((target) => ({
			target,
			channel: target.slice(target.lastIndexOf("/") + 1),
		}));
		return outputs.length === 0 ? [] : [{ what, outputs }];
	});
}

/** What said so itself comes first, and then the boards that are sold most with the same adapter. */
const rank = ({ sure, targets = [] }: Likely): number =>
	sure ? 0 : targets.some((target) => target.startsWith("usb_relay:")) ? 1 : 2;

/** `N` stands for a channel of which the number is not known. */
function channelsOf(target: string, raw: unknown): readonly string[] {
	const all = target.endsWith("/N")
		? Array.from({ length: MOST + 1 }, (_, n) => `${target.slice(0, -1)}${n}`)
		: [target];
	return all.filter((one) => switchable(one, raw));
}

/** Levels are set up on the options page: what full speed does to a pump is not for a trial. */
function switchable(target: string, raw: unknown): boolean {
	const place = placed(target, "outputs", raw);
	return place !== undefined && (place.driver.sets?.(place.address, place.own) ?? "switch") === "switch";
}
