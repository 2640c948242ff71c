export const en = {
	proof: {
		all_in_order:
			"All in order: MQTT connection successful with authentication, and the broker rejects all other clients at {places}; whether it has other listeners is not known here, and none was tried.",
		all_in_order_but:
			"All in order: MQTT connection successful with authentication, and the broker rejects all other clients at {places}; of its other listeners these were not tried: {listeners}.",
		all_in_order_whole:
			"All in order: MQTT connection successful with authentication, and the broker rejects all other clients at {places}, and {config} names no other listener.",
		in_order_unproven:
			"No step fails at {places}, but not all is proven: the broker did not show whether these hold: {steps}.",
		to_know: "To know: see {steps}.",
		one_step_fails: "One step is not in order.",
		steps_fail: "{count} steps are not in order.",
		begin_with: "Begin with {step}.",
	},
} as const;
