import { remarksIn } from "#app/words.ts";
import { remark, type Sentence } from "#model/sentences/sentence.ts";
import { circuitName, type Named, outputName, partName } from "#texts/names.ts";
import type { Language } from "#texts/say.ts";

/** What people call a counter, by its name in `src/energy/figures/counts.ts`. */
export function sourceName(source: string, plant: Named, language: Language): string {
	const word = remarksIn(language);
	const [kind = "", id = "", by = ""] = source.split("/");
	const name = () => partName(plant, { id }, language);
	switch (kind) {
		case "sun":
			return id === "" ? word(remark("energy_sun")) : circuitName(plant, { id }, language);
		case "circuit":
			return circuitName(plant, { id }, language);
		case "heater":
			return outputName(plant, { id }, language);
		case "rose":
			return word(roseOf(by, name(), plant, language));
		case "drawn_or_lost":
			return word(remark("energy_drawn_or_lost", { name: name() }));
		case "drawn":
			return word(remark("energy_drawn", { name: name() }));
		case "lost":
			return word(remark("energy_lost", { name: name() }));
		default:
			return source;
	}
}

function roseOf(by: string, name: string, plant: Named, language: Language): Sentence {
	switch (by) {
		case "sun":
			return remark("energy_rose_sun", { name });
		case "heater":
			return remark("energy_rose_heater", { name });
		case "mixed":
			return remark("energy_rose_mixed", { name });
		case "unexplained":
			return remark("energy_rose_unexplained", { name });
		default: {
			const part = partName(plant, { id: by.slice("of:".length) }, language);
			return remark("energy_rose_part", { name, part });
		}
	}
}

/** Where a figure is measured. A boundary of another version is quoted. */
export function boundaryName(boundary: string, language: Language): string {
	const word = remarksIn(language);
	const sentence = BOUNDARIES[boundary];
	return sentence === undefined ? boundary : word(sentence);
}

const BOUNDARIES: Readonly<Record<string, Sentence>> = {
	collector_loop: remark("energy_at_collector_loop"),
	into_tank: remark("energy_at_into_tank"),
	electricity: remark("energy_at_electricity"),
	stored: remark("energy_at_stored"),
	drawn_or_lost: remark("energy_at_drawn_or_lost"),
	drawn: remark("energy_at_drawn"),
	lost: remark("energy_at_lost"),
};
