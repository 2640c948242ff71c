import type { PlaceFound } from "#app/hardware/view.ts";
import { remarksIn } from "#app/words.ts";
import { PLACE_KINDS, type PlaceKind } from "#model/plant/found.ts";
import { remark, type Sentence, type Word } from "#model/sentences/sentence.ts";
import type { Language } from "#texts/say.ts";

const HEADINGS: Readonly<Record<PlaceKind, Sentence>> = {
	port: remark("found_port"),
	board: remark("found_board"),
	line: remark("found_line"),
	device: remark("found_device"),
};

/** Ports, boards, lines and devices, a paragraph for each kind that is present. */
export function placeLines(places: readonly PlaceFound[], language: Language): readonly string[] {
	const word = remarksIn(language);
	const paragraphs = PLACE_KINDS.flatMap((kind) => {
		const those = places.filter((place) => place.kind === kind);
		return those.length === 0 ? [] : ["", word(HEADINGS[kind]), ...those.flatMap((place) => linesOf(place, word))];
	});
	return paragraphs.length === 0 ? [] : [...paragraphs, "", word(remark("found_channel"))];
}

function linesOf(place: PlaceFound, word: Word): readonly string[] {
	const { at, name, likely } = place;
	const state = stateOf(place, word);
	const first = [at, name, state && `(${state})`].filter((part) => part !== undefined).join("  ");
	return [
		`  ${first}`,
		...likely.flatMap(({ what, sure, sources = [], targets = [] }) => [
			`    ${word(sure ? remark("found_is", { what }) : remark("found_maybe", { what }))}`,
			...sources.map((text) => `      source: ${text}`),
			...targets.map((text) => `      target: ${text}`),
		]),
	];
}

function stateOf({ state, used_by = [], held_by, text }: PlaceFound, word: Word): string | undefined {
	const used = used_by.length === 0 ? [] : [word(remark("found_used", { ids: used_by.join(", ") }))];
	switch (state) {
		case "free":
			return undefined;
		case "used":
			return used[0];
		case "held": {
			const held = held_by === undefined ? remark("found_others") : remark("found_held", { by: held_by });
			return [...used, word(held)].join("; ");
		}
		case "unreachable":
			return [...used, word(remark("found_unreachable", { why: text ?? "" }))].join("; ");
	}
}
