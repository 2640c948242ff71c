export const en = {
	activity: {
		starting: "starting",
		idle: "idle",
		off: "off",
		upkeep: "upkeep",
		fault: "fault",
	},
} as const;
