export const en = {
	command: {
		import_unreadable: "{file}: {why:problem}",
		import_nothing:
			"{file} has no variable of the former controller. Give its own .env, with names such as MQTT_USERNAME or SOLAR_DTSTART_TANK_1.",
		import_exists: "{file} exists already and is not changed. Name another file.",
		import_not_written: "{file} could not be written ({cause}).",
		import_written: "Options written to {file}. Next: solar-heating check --options {file}",
		import_taken: "now {path}: {value}",
		import_password: "the password is not shown; with --out it gets a file of its own",
		import_without_effect: "left out: it had no effect",
		import_by_app: "left out: the app does this by itself",
		import_elsewhere: "left out: there is no such option here",
		import_unknown: "left out: not known",
		import_refused: "left out, the app's own value applies. {path}: {why:problem}",
		import_no_login: "For the broker the file needs MQTT_USERNAME and MQTT_PASSWORD.",
		import_listening: "Listening at the broker for {seconds} s.",
		import_no_broker: "No connection to the broker ({class}).",
		import_none_left: "The broker keeps nothing of the former controller.",
		import_left: "The broker keeps {count} messages of the former controller:",
		import_statistics:
			"If Home Assistant then lists one of them with a changed unit under Developer tools > Statistics, press *Fix issue* there, and choose to update the unit of the historic values without converting them.",
		import_entities: "The app's entities will have these ids, so that history and statistics go on:",
		import_runs:
			"The former controller still runs. Stop it first: two controllers on the same relays work against each other. Nothing was removed.",
		import_deaf:
			"It is not known whether the former controller runs: this login does not hear its heartbeat, so the access rules need `topic read solar_heating_v3/heartbeat`. Nothing was removed.",
		import_then_remove:
			"Nothing was removed. Do it with --remove, before the app is started for the first time: only then are the entity ids free.",
		import_removed:
			"Removed all {count}, and looked again: none is left. Now start the app. If Home Assistant lists a unit as changed under Developer tools > Statistics, choose “Update the unit of the historic values”.",
		import_not_removed:
			"These are still there: the broker does not let this login write them. The access rules need these lines, or use a login that may write all:",
		import_next:
			"Next, with the former controller stopped: the same command with --broker shows what it left at the broker, and keeps its entity ids.",
	},
} as const;
