import { runOf } from "#energy/figures/runs.ts";
import { outputName } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import type { Entity, EntityFamily } from "../entity.ts";

/** How long and how often each output has run. The counter's memory is the state. */
export const outputRuns: EntityFamily = (plant, language) =>
	plant.outputs.flatMap((output): readonly Entity[] => {
		const name = outputName(plant, output, language);
		return [
			{
				key: `${output.id}_run_time`,
				platform: "sensor",
				name: say(language, "entity", "run_time", { name }),
				component: {
					device_class: "duration",
					state_class: "total_increasing",
					unit_of_measurement: "h",
					suggested_display_precision: 2,
					entity_category: "diagnostic",
					enabled_by_default: false,
				},
				state(snapshot) {
					const run = runOf(snapshot, output.id);
					return run && (run.seconds / 3600).toFixed(3);
				},
				min_interval: 60,
				noise: 0.1,
			},
			{
				key: `${output.id}_starts`,
				platform: "sensor",
				name: say(language, "entity", "starts", { name }),
				component: {
					state_class: "total_increasing",
					entity_category: "diagnostic",
					enabled_by_default: false,
					icon: "mdi:counter",
				},
				state: (snapshot) => runOf(snapshot, output.id)?.starts,
			},
		];
	});
