export const en = {
	command: {
		unknown: "unknown",
		stale: "stale",
		broken: "broken",
		measured: "{value:°C}, {age} s ago",
		found_value: "{value:°C}",
		found_no_value: "no temperature: {why}",
		found_none: "No 1-Wire sensor is there. DOCS.md says how to switch the bus on and how to wire it.",
		found_which: "Warm one in your hand and ask again: its temperature rises.",
		found_write: "In the options it is written so:",
		nothing_yet: "nothing yet",
		fault: "fault: {fault}",
		board_mute: "the board cannot tell",
	},
} as const;
