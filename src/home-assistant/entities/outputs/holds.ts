import type { Snapshot } from "#model/decision/snapshot.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { outputName } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";

/** Minutes for which a person still holds each output. 0 while the controller has it. */
export const outputHolds: EntityFamily = (plant, language) =>
	plant.outputs.map(({ id }) => ({
		key: `${id}_hold_left`,
		platform: "sensor",
		name: say(language, "entity", "hold_left", { name: outputName(plant, { id }, language) }),
		component: {
			device_class: "duration",
			unit_of_measurement: "min",
			entity_category: "diagnostic",
			enabled_by_default: false,
			icon: "mdi:timer-sand",
		},
		state: (snapshot) => Math.ceil(secondsLeft(snapshot, id) / 60),
		min_interval: 60,
	}));

function secondsLeft({ memories, now }: Snapshot, id: string): number {
	const memory = memories["manual"];
	const holds = isRecord(memory) && Array.isArray(memory["holds"]) ? memory["holds"] : [];
	const until = holds.filter(isRecord).find(({ output }) => output === id)?.["until"];
	return typeof until === "number" ? Math.max(0, until - now) : 0;
}
