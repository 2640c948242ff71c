export const en = {
	command: {
		at_rest: "{output}: at rest",
		not_at_rest: "{output}: NOT at rest: {why}",
		not_switched: "it did not switch",
		off_now: "The running controller is off now.",
		nobody_here: "No controller runs on these outputs.",
	},
} as const;
