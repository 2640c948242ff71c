export const en = {
	broker: {
		would_copy: "These would be copied:{files}",
		backup_made: "{count} files are in {folder}, read back and complete.",
		backup_not_made: "No backup was made:",
		backup_fails: "The backup failed: {cause}",
		backup_works: "The backup {backup} works: a broker starts with it alone. The running broker was not touched.",
		no_full_backup: "There is no backup of all files in {folder}.",
		make_backup: "Make one: solar-heating broker backup",
		make_new_backup: "Make a new one: solar-heating broker backup",
		copy_unreadable: "The copy of {path} cannot be read ({cause}).",
		copy_differs: "The copy of {path} differs from what was copied.",
		backup_lacks: "The backup {backup} has no {files}, which its configuration names.",
		backup_lacking: "The backup {backup} does not exist, or is not complete.",
		no_such_backup: "There is no such backup in {folder}. See: solar-heating broker rollback --list",
		take_other_backup: "Take another one: solar-heating broker rollback --list",
		rolled_back_to:
			"These files are as they were in {backup}; others were left as they are: {files}\nRun solar-heating check to see how safe that is.",
		open_again: "The broker no longer refuses unauthorised clients. To close it: solar-heating broker harden",
		no_backup: "There is no backup in {folder}.",
	},
} as const;
