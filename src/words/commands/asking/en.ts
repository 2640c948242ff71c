export const en = {
	command: {
		not_running: "No controller runs on {folder}.",
		start_it: "Start it, or name its folder with --data.",
		does_not_answer: "A controller runs on {folder}, but it does not answer: {why}.",
		stop_it: "Stop it, then try again.",
		no_answer: "no answer within {seconds:exact} s",
		hung_up: "the controller hung up",
		answer_long: "the answer is too long",
		answer_garbled: "the answer makes no sense",
		still_starting: "The controller is still starting. Try again in a few seconds.",
		backup_runs: "Another backup is being made. Try again when it is done.",
		database_unreadable: "The database cannot be read at the moment. Check the disk.",
		watched_by_many: "The controller is watched by too many already.",
		another_runs: "Another controller runs on {folder} already. Stop it, or give --data another folder.",
		restore_stop: "A controller runs on {folder}. Stop it, restore, then start it again.",
	},
} as const;
