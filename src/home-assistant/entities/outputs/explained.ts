import { levelOf } from "#model/decision/claim.ts";
import type { Claim } from "#model/decision/decision.ts";
import { toldVerdict } from "#model/decision/told-verdict.ts";
import { cut } from "#model/untyped/cut.ts";
import { outputName, whyText } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";

/** The longest state of Home Assistant, in characters. */
const LONGEST = 255;

const codeOf = (claim: Claim) => ({ want: levelOf(claim), rank: claim.rank, code: claim.because.code });

/**
 * Why each output is as it is, as a sentence. It is told when the reason changes: with the numbers of that moment, because
 * each of them would be a row for the recorder.
 */
export const outputsExplained: EntityFamily = (plant, language) =>
	plant.outputs.map((output) => ({
		key: `${output.id}_why`,
		platform: "sensor",
		name: say(language, "entity", "explained", { name: outputName(plant, output, language) }),
		component: { icon: "mdi:comment-question-outline" },
		state(snapshot) {
			const verdict = toldVerdict(snapshot, output);
			return verdict && cut(whyText(plant, verdict, language), LONGEST);
		},
		attributes(snapshot) {
			const verdict = toldVerdict(snapshot, output);
			if (verdict === undefined) return {};
			const { because, rank, want, limited, overruled } = verdict;
			return {
				...{ code: because.code, ...because.facts, want, rank: rank ?? "none" },
				...(limited && { limited: codeOf(limited) }),
				overruled: overruled.map(codeOf),
			};
		},
		news(snapshot) {
			const verdict = toldVerdict(snapshot, output);
			const { of_circuit, of_part } = verdict?.because.facts ?? {};
			return JSON.stringify([
				verdict?.because.code,
				of_circuit,
				of_part,
				verdict?.rank,
				verdict !== undefined && verdict.want > 0,
				verdict?.limited?.because.code,
			]);
		},
	}));
