import { levelOf } from "#model/decision/claim.ts";
import type { Verdict } from "#model/decision/decision.ts";
import type { Plant } from "#model/plant/plant.ts";
import { reasonText } from "#texts/names.ts";
import type { Language } from "#texts/say.ts";

/** Why it is so: sentence, numbers and overruled claims. */
export const reasonAttributes = ({ because, rank, want, overruled }: Verdict, plant: Plant, language: Language) => ({
	...because.facts,
	text: reasonText(plant, because, language),
	want,
	rank: rank ?? "none",
	overruled: overruled.map((c) => ({
		want: levelOf(c),
		rank: c.rank,
		code: c.because.code,
		text: reasonText(plant, c.because, language),
	})),
});
