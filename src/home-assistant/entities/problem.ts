import type { Entity } from "./entity.ts";

/** What is on where something is wrong, with what that is in its attributes. */
export const problem: Pick<Entity, "platform" | "component"> = {
	platform: "binary_sensor",
	component: ({ base, state, attributes }) => ({
		platform: "binary_sensor",
		...base,
		...state,
		...attributes,
		device_class: "problem",
		entity_category: "diagnostic",
	}),
};
