export const en = {
	command: {
		trail_unreadable: "The audit trail in {folder} cannot be read: {why}",
		trail_ended: "the controller has ended. Try again.",
		trail_nothing: "there is no audit trail yet; name its folder with --data.",
		trail_older: "an older version made this database. Start the controller once.",
		trail_holds: "{rows} entries: the chain is intact up to the last one.",
		trail_gone: "Entries up to {seq} were deleted because of their age; the chain continues from there.",
		trail_flawed:
			"{rows} entries, and {count} places where the chain is not intact: someone changed the file, or the disk lost data.",
		trail_newest: "The newest, {seq}: {hash}",
		trail_compare:
			"Anyone who can write to the file can also have rewritten all of it. Compare with a hash noted elsewhere: --head HASH.",
		trail_anchored: "The hash that you gave is part of the chain.",
		trail_foreign:
			"The hash that you gave is NOT part of the chain: all of it was rewritten, or the entry of that hash is no longer kept.",
		flaw_entries: "Entries {seq} to {to} are missing.",
		flaw_entry: "Entry {seq} is missing.",
		flaw_changed: "Entry {seq} is not as it was written, or not in its place.",
		flaw_begin: "The beginning of the chain is missing.",
		flaw_end: "The mark of the chain's end is missing.",
	},
} as const;
