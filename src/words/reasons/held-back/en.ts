export const en = {
	reason: {
		least_run: "It runs for {left:time} more, to spare the machinery.",
		least_rest: "It rests for {left:time} more, to spare the machinery.",
		starts_per_hour: "It has started {starts} times within the hour; more are not allowed.",
		excluded: "It gives way to {by:id}.",
		partner_not_off: "It waits until {by:id} is known to be off.",
		mode_off: "The mode is off.",
		mode_test: "The mode is test.",
	},
} as const;
