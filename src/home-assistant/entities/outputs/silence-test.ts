import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Output } from "#model/plant/plant.ts";
import { outputName } from "#texts/names.ts";
import { type Language, say } from "#texts/say.ts";
import { pressIn } from "../command.ts";
import type { Entity, EntityFamily } from "../entity.ts";

const STANDINGS = ["untested", "waiting", "running", "passed", "overdue", "failed"];

/**
 * Of each output beyond a network: whether it was seen to go off without the app, with the date and time it took as
 * attributes. And a button that starts the test.
 */
export const silenceTest: EntityFamily = (plant, language) => {
	const beyond = plant.outputs.filter(({ off_after }) => off_after !== undefined);
	if (beyond.length === 0) return [];
	return [
		...beyond.map(
			(output): Entity => ({
				key: `${output.id}_silence_test`,
				platform: "sensor",
				name: say(language, "entity", "silence_test_of", { name: outputName(plant, output, language) }),
				component: { device_class: "enum", options: STANDINGS, entity_category: "diagnostic" },
				state(snapshot) {
					const standing = factsOf(snapshot, output)?.["standing"];
					return typeof standing === "string" ? standing : undefined;
				},
				attributes: (snapshot) => attributes(snapshot, output, language),
			}),
		),
		{
			key: "silence_test",
			platform: "button",
			name: say(language, "entity", "silence_test"),
			component: { entity_category: "diagnostic" },
			command: (payload) => pressIn("silence_test", payload, { kind: "job", name: "silence_test" }),
		},
	];
};

const factsOf = ({ findings }: Snapshot, { id }: Output) =>
	findings.find(({ code, facts }) => code === "silence_test" && facts["output"] === id)?.facts;

function attributes(snapshot: Snapshot, output: Output, language: Language) {
	const { result, date, took, off_after, waits_for } = factsOf(snapshot, output) ?? {};
	return {
		...(result !== undefined && { result, date, took }),
		off_after: off_after ?? output.off_after,
		...(typeof waits_for === "string" && { waits_for: say(language, "silence", waits_for as "mode") }),
	};
}
