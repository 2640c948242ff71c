import { levelOf } from "#model/decision/claim.ts";
import type { Claim, Verdict } from "#model/decision/decision.ts";
import type { Plant } from "#model/plant/plant.ts";
import { reasonText, whyText } from "#texts/names.ts";
import type { Language } from "#texts/say.ts";

/** Why it is so: sentence, numbers, what limits it, and overruled claims. */
export function reasonAttributes(verdict: Verdict, plant: Plant, language: Language) {
	const { because, rank, want, limited, overruled } = verdict;
	const told = (claim: Claim) => ({
		want: levelOf(claim),
		rank: claim.rank,
		code: claim.because.code,
		text: reasonText(plant, claim.because, language),
	});
	return {
		...because.facts,
		text: whyText(plant, verdict, language),
		want,
		rank: rank ?? "none",
		...(limited && { limited: told(limited) }),
		overruled: overruled.map(told),
	};
}
