import { toldVerdict } from "#model/decision/told-verdict.ts";
import { outputName } from "#texts/names.ts";
import { keysOf, say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";
import { reasonAttributes } from "../reason-attributes.ts";

/** Why each output has its state: the reason's code as state; sentence, numbers and overruled claims as attributes. */
export const outputReasons: EntityFamily = (plant, language) =>
	plant.outputs.map((output) => ({
		key: `${output.id}_reason`,
		platform: "sensor",
		name: say(language, "entity", "why", { name: outputName(plant, output, language) }),
		component: {
			device_class: "enum",
			options: keysOf("reason"),
			entity_category: "diagnostic",
			enabled_by_default: false,
		},
		state: ({ verdicts }) => verdicts[output.index]?.because.code,
		attributes(snapshot) {
			const verdict = toldVerdict(snapshot, output);
			if (verdict === undefined) return {};
			return reasonAttributes(verdict, plant, language);
		},
		min_interval: 600,
	}));
