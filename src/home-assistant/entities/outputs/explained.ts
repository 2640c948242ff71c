import { levelOf } from "#model/decision/claim.ts";
import { toldVerdict } from "#model/decision/told-verdict.ts";
import { cut } from "#model/untyped/cut.ts";
import { outputName, reasonText } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";

/** The longest state of Home Assistant, in characters. */
const LONGEST = 255;

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
			return verdict && cut(reasonText(plant, verdict.because, language), LONGEST);
		},
		attributes(snapshot) {
			const verdict = toldVerdict(snapshot, output);
			if (verdict === undefined) return {};
			const { because, rank, want, overruled } = verdict;
			const codes = overruled.map((c) => ({ want: levelOf(c), rank: c.rank, code: c.because.code }));
			return { code: because.code, ...because.facts, want, rank: rank ?? "none", overruled: codes };
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
			]);
		},
	}));
