export const en = {
	broker: {
		busy: "Another command is changing this broker. Wait until it has finished, and try again.",
		say_restart: "Say how the broker is restarted: --restart-with 'COMMAND'.",
		nothing_changed: "Nothing was changed.",
		nothing_would_change: "Nothing would change.",
		so_already: "Everything is already as it should be. Nothing was changed.",
		files_so_already: "The files are already as they should be. Nothing was changed, but the broker is not proven:",
		dry_run_promises: "Once carried out and proven, this applies:",
		dry_run_starts: "Mosquitto starts with these files. Nothing was changed: this was a dry run.",
		dry_run_lines: "{gone} lines would be removed or changed, {come} would be added.",
		secret_changes: "{path}: a secret changes",
		rights_change: "{path}: owner and rights {was} -> {will}",
		rights_new: "{path}: owner and rights none -> {will}",
		done: "Done, and proven. The previous files: backup {backup}.",
		done_but:
			"Done, and proven where it could be tried; that was not possible at {listeners}. The previous files: backup {backup}.",
		proof_failed: "It was changed, and the proof failed:",
		as_it_was: "Everything is as before (backup {backup}).",
		not_put_back: "It could not be restored:",
		way_out:
			"Correct the files by hand, if necessary. Then run `solar-heating broker rollback --forget`; it leaves them as they are, and the commands work again.",
		files_are_in: "The previous files are in {folder}.",
		broken_off_mended: "An earlier change was interrupted. Everything was restored from the backup {backup}.",
		broken_off_stuck: "A change was interrupted, and cannot be restored from {backup}:",
		mended_by_hand:
			"These files are neither as they were nor as this program wrote them: {files}. Someone changed them, so they are left as they are.",
		way_out_to:
			"To restore the backup all the same: `solar-heating broker rollback --forget`, then `solar-heating broker rollback --to {backup} --overwrite`.",
		changed_meanwhile: "Someone changed {files} in the meantime. Nothing was changed; run the command again.",
		nothing_to_forget: "No change was interrupted: there is nothing to forget.",
		forgotten:
			"The interrupted change is forgotten. All files stay as they are; their previous state is in the backup {backup}. Run solar-heating check to see how safe that is.",
		would_overwrite:
			"Someone changed these files after this program last wrote them: {files}. Going back would lose these changes.",
		overwrite_anyway:
			"Nothing was changed. To go back all the same, add --overwrite: the present files are then backed up too.",
		would_lose_lines:
			"This change would remove these settings without being asked to. That is an error of this program; please report it:{lines}",
		runs_not: "No running broker with {config} could be reached, so nothing could be tried.",
		newer_than_broker: "{file} was changed after the broker was started, so it runs with another configuration.",
		restart_yourself: "Restart the broker, for example with `systemctl restart mosquitto`, then run the command again.",
		not_in_trail: "This change is not in the app's audit trail: {why:command}",
		command_broke: "The command itself failed: {cause}",
		report_it: "This is an error of solar-heating, not of your broker. Please report it with this message.",
		name_other_file: "Name another file, or make room, and run the command again.",
		hardened: "From now on a login is required: proven on every listener, without a login and as a made-up user.",
		hardened_but:
			"From now on a login is required: proven on every listener where a login can be tried, without a login and as a made-up user. It is set, but could not be tried, at {listeners}.",
		hardened_untried: "The configuration requires a login. That could not be tried at {listeners}.",
		memory_dropped:
			"Until this change the broker keeps retained messages in memory only, so its restart loses them, and devices have to publish them again. To keep them, do this before harden: put `persistence true` and `persistence_location /var/lib/mosquitto/` into {config}, and have the broker read it (systemctl reload mosquitto).",
		turned_round:
			"Some of your settings were changed so that messages are kept and the log can be watched. Before: {lines}.",
		misplaced:
			"{file}, line {line}: `{text}` stands below a listener while per_listener_settings is on. Mosquitto 2.0 and 2.1 read that differently, so it cannot be closed reliably. Move the line above the first `listener`, or write `listener` instead. Nothing was changed.",
	},
} as const;
