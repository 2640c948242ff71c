/** Something that a person must know of: on where it is wrong, with details in its attributes. */
export const alarm = { platform: "binary_sensor", component: { device_class: "problem" } } as const;

/** A detail of a fault. The fault itself shows in `attention`, so a new installation begins with this one disabled. */
export const problem = {
	platform: "binary_sensor",
	component: { device_class: "problem", entity_category: "diagnostic", enabled_by_default: false },
} as const;
