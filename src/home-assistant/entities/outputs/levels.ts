import { OFF } from "#model/quantities/units.ts";
import { outputName } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import { levelIn } from "../command.ts";
import type { Entity, EntityFamily } from "../entity.ts";

/**
 * A slider for each output that has more levels than off and one. It shows the level that the board confirmed; moving it
 * holds the output for a time. Home Assistant drops a number over the slider's end, so such a level is unknown here.
 */
export const outputLevels: EntityFamily = (plant, language) =>
	plant.outputs.flatMap((output): readonly Entity[] => {
		const { level, id } = output;
		if (level === undefined || level.min === level.max) return [];
		const key = `${id}_level`;
		return [
			{
				key,
				platform: "number",
				name: say(language, "entity", "level", { name: outputName(plant, output, language) }),
				bus: output.bus,
				component: {
					min: OFF,
					max: level.max,
					step: level.step,
					mode: "slider",
					unit_of_measurement: "%",
					icon: "mdi:speedometer",
				},
				state({ outputs }) {
					const actual = outputs[output.index]?.actual;
					return actual === undefined || actual > level.max ? undefined : actual;
				},
				command: (payload) => levelIn(key, payload, (want) => ({ kind: "hold", output: id, want })),
			},
		];
	});
