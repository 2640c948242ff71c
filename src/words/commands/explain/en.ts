export const en = {
	command: {
		now: "Mode {mode}, now: {activity}.",
		although: "not {want} ({rank}), although: {text}",
	},
} as const;
