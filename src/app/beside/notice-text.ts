import type { Plant } from "#model/plant/plant.ts";
import type { Facts } from "#model/sentences/facts.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { named, reasonText } from "#texts/names.ts";
import { known, type Language } from "#texts/say.ts";
import { stateText } from "#texts/states.ts";
import { told } from "#texts/told.ts";

/** The text of a notice, with the names that people know. For an output it includes the reason. */
export function noticeText(
	language: Language,
	plant: Plant,
	{ code, facts }: Pick<Notice, "code" | "facts">,
): string | undefined {
	if (!known("notice", code)) return undefined;
	const reason = facts["reason"];
	const why =
		typeof reason === "string" && known("reason", reason)
			? { why: reasonText(plant, { code: reason, facts }, language) }
			: {};
	return told(language, "notice", code, {
		...named(plant, facts, language),
		...why,
		...valveState(plant, facts, language),
	});
}

/** Where a valve leads, as its position alone says nothing. */
function valveState(plant: Plant, { output: id, percent }: Facts, language: Language) {
	const valve = plant.outputs.find((output) => output.id === id && output.role === "valve");
	return valve === undefined || typeof percent !== "number"
		? {}
		: { state: stateText(plant, valve, percent, language) };
}
