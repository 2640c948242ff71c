export const en = {
	command: {
		trail_unreadable: "The audit trail in {folder} cannot be read: {why}",
		trail_ended: "the controller has ended. Try again.",
		trail_nothing: "there is nothing yet; name its folder with --data.",
		trail_older: "an older version made this database. Start the controller once.",
		trail_holds: "{rows} entries: each follows from the one before it, up to the last.",
		trail_gone: "Entries up to {seq} were let go, being old; the chain goes on from them.",
		trail_flawed:
			"{rows} entries, and {count} places where the chain does not hold: somebody changed the file, or the disk lost something.",
		trail_newest: "The newest, {seq}: {hash}",
		trail_compare:
			"Whoever can write the file could have written all of it anew. Compare with a hash noted elsewhere: --head HASH.",
		trail_anchored: "The hash that you gave is part of the chain.",
		trail_foreign:
			"The hash that you gave is NOT part of the chain: all was written anew, or what it belonged to is no longer kept.",
		flaw_entries: "Entries {seq} to {to} are missing.",
		flaw_entry: "Entry {seq} is missing.",
		flaw_changed: "Entry {seq} is not as it was written, or not where.",
		flaw_begin: "What the chain begins with is missing.",
		flaw_end: "What says where the chain ends is missing.",
	},
} as const;
