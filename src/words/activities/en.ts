export const en = {
	activity: {
		starting: "starting",
		idle: "idle",
		off: "off",
		manual: "held by hand",
		heating: "charging the tank",
		tank_full: "tank full",
		collector_cooling: "cooling the collector",
		night_cooling: "cooling the tank",
		boil_stop: "boil stop",
		tank_too_hot: "tank too hot",
		upkeep: "upkeep",
		fault: "fault",
	},
} as const;
