export const en = {
	command: {
		at_rest: "{output}: at rest",
		not_at_rest: "{output}: NOT at rest: {why}",
		not_switched: "it did not switch",
		off_now: "The running controller is now switched off.",
		nobody_here: "No controller is running on these outputs.",
	},
} as const;
