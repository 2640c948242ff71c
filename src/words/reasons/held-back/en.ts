export const en = {
	reason: {
		least_run: "Minimum run time: it runs for another {left:time}.",
		least_rest: "Minimum rest time: it rests for another {left:time}.",
		starts_per_hour: "It has started {starts} times within the last hour; more starts are not allowed.",
		excluded: "It stays off because {by:id} is to run.",
		partner_not_off: "It waits until {by:id} is confirmed to be off.",
		mode_off: "The mode is off.",
		mode_test: "The mode is test.",
	},
} as const;
