import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { itemsOf } from "#options/entries/with-ids.ts";
import type { Written } from "#options/own/merged-own.ts";

const isUnplaced = ({ role, height }: Written): boolean =>
	role === "tank_layer" && (height === undefined || height === null);

/** Layers of a tank without a height that this change brings in. A start takes those that are saved already. */
export function newLayersWithoutHeight(before: Written, after: Written): readonly Problem[] {
	const known = new Set(
		itemsOf(before, "sensors")
			.filter(isUnplaced)
			.map(({ source }) => source),
	);
	return itemsOf(after, "sensors").flatMap((sensor, at) =>
		isUnplaced(sensor) && !known.has(sensor["source"])
			? [problem(`sensors[${at}].height`, undefined, mend("layer_height"))]
			: [],
	);
}
