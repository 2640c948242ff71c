export const en = {
	command: {
		at_rest: "{output}: at rest",
		not_at_rest: "{output}: NOT at rest: {why}",
		not_switched: "it did not switch",
		off_now: "The running controller is now switched off.",
		nobody_here: "No controller is running on these outputs.",
		silence_test_begun:
			"The silence test starts as soon as each of these outputs runs and nothing else needs it. For 15 minutes a heater may be switched on for it. `solar-heating explain` tells the result.",
		silence_test_line: "{output}: {standing}",
		silence_test_last: "{output}: {standing} (last test {date}, {took} s)",
	},
} as const;
