export const en = {
	command: {
		unknown: "unknown",
		stale: "stale",
		broken: "broken",
		measured: "{value:value}, {age} s ago",
		found_value: "{value:value}",
		found_no_value: "no temperature: {why}",
		found_none: "No 1-Wire sensor was found. DOCS.md says how to switch the bus on and how to wire it.",
		found_which: "Warm one in your hand and run this again: its temperature rises.",
		found_write: "Write it in the options like this:",
		nothing_yet: "nothing yet",
		fault: "fault: {fault}",
		board_mute: "the board cannot report it",
	},
} as const;
