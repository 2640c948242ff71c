export const en = {
	broker: {
		busy: "Another command changes this broker right now. Wait for it to end, and try again.",
		say_restart: "Say how the broker is started anew: --restart-with 'COMMAND'.",
		nothing_changed: "Nothing was changed.",
		nothing_would_change: "Nothing would change.",
		so_already: "Everything is so already. Nothing was changed.",
		files_so_already: "The files are as they should be already. Nothing was changed, but the broker is not proven:",
		dry_run_promises: "Carried out and proven, this will be so:",
		dry_run_starts: "Mosquitto starts with these files. Nothing was changed: this was a dry run.",
		dry_run_lines: "{gone} lines would go or become others, {come} would come.",
		secret_changes: "{path}: a secret changes",
		rights_change: "{path}: owner and rights {was} -> {will}",
		rights_new: "{path}: owner and rights none -> {will}",
		done: "Done, and proven. The files as they were: backup {backup}.",
		done_but:
			"Done, and proven where it could be tried; that was not possible at {listeners}. The files as they were: backup {backup}.",
		proof_failed: "It was changed, and the proof failed:",
		as_it_was: "Everything is as it was (backup {backup}).",
		not_put_back: "It could not be put back:",
		way_out:
			"Put the files right by hand, if that is needed. Then `solar-heating broker rollback --forget` leaves them as they are, and the commands work again.",
		files_are_in: "The files as they were are in {folder}.",
		broken_off_mended: "A change was broken off before. Everything was put back from the backup {backup}.",
		broken_off_stuck: "A change was broken off, and cannot be put back from {backup}:",
		mended_by_hand:
			"These files are neither as they were nor as this program wrote them: {files}. Somebody changed them, so they are left as they are.",
		way_out_to:
			"To have the backup all the same: `solar-heating broker rollback --forget`, then `solar-heating broker rollback --to {backup} --overwrite`.",
		changed_meanwhile: "Somebody changed {files} at this moment. Nothing was changed; run the command again.",
		nothing_to_forget: "No change was broken off: there is nothing to forget.",
		forgotten:
			"The change that was broken off is forgotten. All files are as they lie there; as they were before it, they are in the backup {backup}. Run solar-heating check to see how safe that is.",
		would_overwrite:
			"Somebody changed these files since this program wrote them last: {files}. Going back would lose that.",
		overwrite_anyway:
			"Nothing was changed. To go back all the same, add --overwrite: the files as they are now are kept in a backup too.",
		would_lose_lines:
			"This change would take these settings away, and was not asked to. That is a mistake of this program, please report it:{lines}",
		runs_not: "No broker that runs with {config} could be reached, so nothing could be tried.",
		newer_than_broker: "{file} was changed after the broker was started, so it runs with another configuration.",
		restart_yourself:
			"Start the broker anew, for example with `systemctl restart mosquitto`, then run the command again.",
		not_in_trail: "This change is not in the app's audit trail: {why:command}",
		command_broke: "The command itself failed: {cause}",
		report_it: "This is a fault of solar-heating, not of your broker. Please report it with this message.",
		name_other_file: "Name another file, or make room, and run the command again.",
		hardened:
			"From now on nobody gets in without a login: proven on every listener, without a login and as a made-up user.",
		hardened_but:
			"From now on nobody gets in without a login: proven on every listener where a login can be tried, without a login and as a made-up user. It is set, but could not be tried, at {listeners}.",
		hardened_untried: "The configuration lets nobody in without a login. That could not be tried at {listeners}.",
		memory_dropped:
			"Before this change the broker keeps retained messages in memory alone, so its restart drops them: devices have to publish them anew. To keep them, do this before harden: put `persistence true` and `persistence_location /var/lib/mosquitto/` into {config}, and have the broker read it (systemctl reload mosquitto).",
		turned_round:
			"Settings of yours are other ones now, so that messages are kept and the log can be watched: {lines} before.",
		misplaced:
			"{file}, line {line}: `{text}` stands below a listener while per_listener_settings is on. Mosquitto 2.0 and 2.1 read that differently, so it cannot be closed for certain. Move the line above the first `listener`, or write `listener` instead. Nothing was changed.",
	},
} as const;
