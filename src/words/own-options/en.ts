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
		masked_without_old: "A secret is masked here, and there is no old one to keep. Enter it.",
		restart_yourself: "Saved. Nothing here starts the app again by itself: stop it and start it.",
		restart_failed: "Home Assistant did not restart the app ({cause}). Restart it on its page in Home Assistant.",
	},
	notice: {
		options_saved: "{actor} saved options: {paths}. They are in force after a restart of the app.",
		restart_asked: "{actor} restarts the app.",
	},
} as const;
