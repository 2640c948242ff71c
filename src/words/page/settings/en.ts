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
	},
} as const;
