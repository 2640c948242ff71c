import type { Plain } from "#app/answers/snapshot-json.ts";
import type { Named } from "#texts/names.ts";
import { type Language, say } from "#texts/say.ts";
import { stateText } from "#texts/states.ts";

/** The id, with which commands are given; after the owner's name if he gave one. */
export const labelOf = ({ id, name }: { readonly id: string; readonly name?: string }): string =>
	name === undefined ? id : `${name} (${id})`;

/** How an output runs, as confirmed. */
export const outputState = (plant: Named, output: Plain["outputs"][number], language: Language): string =>
	output.moves === true ? say(language, "page", "valve_moving") : stateText(plant, output, output.actual, language);
