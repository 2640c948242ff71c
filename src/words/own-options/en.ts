export const en = {
	problem: {
		of_version: "a file of version {version}",
		own_options_unreadable:
			"The app's own options cannot be read, so its outputs rest. Check the disk and the owner of this file, then restart the app.",
		own_options_newer:
			"A newer version of the app wrote its own options, and this one does not understand them. Update the app, or restore a backup that this version made.",
		own_options_damaged:
			"The app's own options are damaged, so its outputs rest. Restore a backup of the app. Or remove this file, or put {before} beside it in its place, and restart the app.",
		own_options_not_kept:
			"The app's own options could not be saved ({cause}); the old ones are still there. Check the disk.",
		page_not_reached:
			"Home Assistant's Supervisor does not answer ({cause}), so nothing was saved. Try again in a minute.",
		page_refused: "Home Assistant did not take the options: {said}. Nothing was saved.",
		options_file_not_written:
			"The options file could not be written ({cause}), so nothing was saved. Give the app the right to write it, or change it there.",
		options_changed_meanwhile:
			"Somebody changed {paths} in the meantime, so nothing was saved. Look at the options again, then save once more.",
		options_seen_long_ago:
			"These options were read before the app's last start, so nothing was saved. Read them again.",
		options_not_the_same:
			"Taken over, these would not be what they are now: {paths}. They stay on the options page. Report this, please.",
		page_forgot:
			"Home Assistant took the options, but still has the old ones. Nothing was saved. Try again in a minute.",
		options_unsure:
			"Whether everything was saved is not known: Home Assistant has other options now, or does not answer. No value is lost. Look at the options again, then save once more.",
		masked_without_old: "A secret is masked here, and there is no old one to keep. Enter it.",
		preset_goes_first:
			"The preset has {preset} here, and beside a preset the app's own default counts as not set. Leave it empty, or give a value that differs a little.",
		restart_yourself: "Saved. Nothing here starts the app again by itself: stop it and start it.",
		restart_failed: "Home Assistant did not restart the app ({cause}). Restart it on its page in Home Assistant.",
	},
	page: {
		options: "Settings",
		options_where: "An empty field has its default. What you save here is in the app's backups, too.",
		options_elsewhere:
			"The language, the broker's login and the log level are on the app's Configuration page in Home Assistant. Sensors, outputs, tank and heater are on both: save them in one place at a time.",
		options_refused: "Nothing was saved",
		options_saved: "Something saved is not in force yet: it takes effect when the app is restarted.",
		options_restart: "Restart the app",
		options_save: "Save",
		options_set: "{count} set",
		options_default: "Default: {value}",
		options_on: "on",
		options_off: "off",
		options_link: "All settings",
	},
	command: {
		options_own: "the app's own",
		options_page: "options page",
		options_in_file: "options file",
		options_rest: "Everything else has its default.",
		options_wait: "Something saved is not in force yet: it takes effect when the app is restarted.",
		options_kept: "{path} is saved.",
		options_kept_wait: "{path} is saved, and takes effect when the app is restarted.",
		options_fine: "The next start accepts these options.",
	},
	notice: {
		options_saved: "{actor} saved options: {paths}. They are in force after a restart of the app.",
		options_moved:
			"Settings were taken over from the options page into the app, where its own page changes them: {paths}. Their values are the same, and they are in the app's backups.",
		options_not_moved:
			"Settings stay on the options page, and are in force: {problem:problem} The app tries again at its next start.",
		restart_asked: "{actor} restarts the app.",
		restart_refused:
			"The app was not restarted: Home Assistant refused ({cause}). What was saved is in force after a restart on the app's page in Home Assistant.",
	},
} as const;
