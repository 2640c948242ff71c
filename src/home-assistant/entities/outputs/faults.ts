import { outputName } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";
import { problem } from "../problem.ts";

/** Whether the board of each output confirms its state. */
export const outputFaults: EntityFamily = (plant, language) =>
	plant.outputs.map((output) => ({
		key: `${output.id}_fault`,
		name: say(language, "entity", "output_fault", { name: outputName(plant, output, language) }),
		...problem,
		state: ({ outputs }) => (outputs[output.index]?.fault === undefined ? "OFF" : "ON"),
		attributes({ outputs }) {
			const fault = outputs[output.index]?.fault;
			return fault === undefined
				? { code: "none" }
				: { ...fault.facts, code: fault.code, text: say(language, "fault", fault.code) };
		},
	}));
