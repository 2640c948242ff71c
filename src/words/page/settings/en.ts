export const en = {
	page: {
		failed: "The page failed; the log says why. Control goes on.",
		disk_full: "The disk is full, so this was not done. Control goes on. Free some space, then try again.",
		disk_read_only:
			"The disk takes no changes any more, so this was not done. Control goes on. Disks do this when they fail: look at the machine's log, and make a backup.",
		disk_not_allowed:
			"The app may not write its files, so this was not done. Control goes on. Give the data folder to the user that the app runs as.",
		disk_failed:
			"The disk did not do what it was asked ({cause}), so this was not done. Control goes on. Look at the machine's log, then try again.",
		options_needed: "needed",
		options_entries: "{count} listed",
		options_own_of: "{name}, for this entry alone",
		options_add: "Add an entry",
		options_full: "This list is full: it takes {count} entries.",
		options_none: "Nothing is listed here.",
		options_remove: "Remove {name}",
		options_remove_what:
			"It is gone from the settings at once, and from the plant when the app is restarted. What others say about it, such as a circuit, has to be changed first.",
		options_no_list:
			"What is saved here is no list of entries, so it is shown as it is written. Correct it, or empty the field.",
		options_find: "Find a setting",
		options_find_go: "Find",
		options_found: "{count} groups have “{text}”.",
		options_found_one: "One group has “{text}”.",
		options_found_none: "Nothing has “{text}”. Try a shorter word.",
		options_found_all: "Show all settings",
		options_contents: "Settings by subject",
		options_h_plant: "Plant",
		options_h_plant_what: "What stands in the house: collectors, tanks, circuits, and where the house is.",
		options_h_wiring: "Sensors and outputs",
		options_h_wiring_what:
			"What measures and what is switched, where it is connected, and the boards and devices for it.",
		options_h_heating: "Heating",
		options_h_heating_what: "When heat is collected, moved and made.",
		options_h_protection: "Protection and cooling",
		options_h_protection_what:
			"Limits that keep the plant and people from harm: boiling, overheating, frost, legionella, seizing.",
		options_h_home: "Home Assistant and broker",
		options_h_home_what: "The language, the login at the MQTT broker, and its watch.",
		options_h_records: "History, logs and the control cycle",
		options_h_records_what: "How long things are kept, where logs go, and how often the control decides.",
		target_ready_by: "Hot water ready by",
		target_heater_hours: "Hours of the heater",
		target_circulation_hours: "Hours of the circulation",
		target_legionella_at: "Heat against legionella at",
		target_never: "Never",
		target_always: "always",
		target_save: "Set",
		target_example: "For example {example}",
	},
} as const;
