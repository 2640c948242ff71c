/** A sensor that is on where something is wrong, with details in its attributes. */
export const problem = {
	platform: "binary_sensor",
	component: { device_class: "problem", entity_category: "diagnostic" },
} as const;
