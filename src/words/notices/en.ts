export const en = {
	notice: {
		nothing_configured:
			"No sensor and no output is named yet. Name them on the options page and restart; until then nothing is measured and nothing is switched.",
		audit_done: "The broker was audited: {score} of 100, {problems} to look at.",
		audit_broken_off: "The audit of the broker was broken off, as the connection was lost or the app stopped.",
		audit_one_per_user:
			"The broker gives {user} one connection, so the audit ended that of the app. From now on it leaves out what would log in as the app does; the button for an audit tries it again.",
		started: "Solar Heating {version} controls {outputs} outputs by {sensors} sensors.",
		stopped: "Stopped. Every output is at rest.",
		left_behind: "Something beside control did not end in time and was left behind; outputs are at rest.",
		stopped_not_at_rest:
			"Stopped, but not every output is at rest. What hangs there may still run: see to it, and switch it off by hand.",
		not_at_rest: "{output:id} was not brought to rest: {fault:fault}",
		output_on: "{output:id} on: {why}",
		output_off: "{output:id} off: {why}",
		output_unconfirmed: "{output:id} did not switch: {fault:fault}",
		activity: "Now: {activity:activity}.",
		mode: "The mode is {mode}.",
		setting: "{path} is now {value}.",
		setting_dropped: "{path} was changed on the options page and applies again as set there.",
		setting_kept: "{path} is {value} as set at run time; the options page says {replaced}.",
		intent_refused: "Refused: {path} = {value:problem}. {problem:problem}",
		sensor_fast: "{sensor:id} jumped from {from:°C} to {to:°C}.",
		sensor_unsteady:
			"Sensor {sensor} said {value:°C} and, a moment later, something else. The first reading is not used. Look for a loose contact or a weak supply before it says so twice in a row.",
		sensor_copy:
			"Sensor {sensor} is a copy of a DS18B20, not an original. It is read all the same. Copies can be off by up to 3 K: compare it with a thermometer, and give the difference as the sensor’s offset.",
		sensor_back: "{sensor:id} is back: {value:°C}.",
		sensor_broken: "{sensor:id} is lost: {fault:fault}",
		sensor_stale: "{sensor:id} has given no new value for too long.",
		device_lost: "{device} is gone: {fault:fault} It is tried again by itself.",
		device_back: "{device} is back.",
		device_bug: "A mistake in the program keeps {bus} from working: {error}",
		rest_unknown:
			"Which outputs were controlled before is not known any more: {file} is missing or damaged. So nothing can be said of whether they are at rest. Look at the boards, and mend the options.",
		store_set_aside:
			"The saved settings could not be read and were set aside as {file} ({cause}). What the options page says applies.",
		store_awaited:
			"The saved settings cannot be read yet ({cause}). Every output stays at rest, for ten minutes at most; what is saved counts as soon as it can be read. Check whether another program has the file open.",
		store_unread:
			"The saved settings could not be read for ten minutes ({cause}). The plant runs by the options page; what is saved counts as soon as it can be read. Check the disk, and the mode.",
		kept_data_removed:
			"Files of the running controller were removed from {folder}: {files}. What it knows is written anew, the page’s password at the next start; history and audit trail may be gone. Find out who removed them; a backup may have them.",
		kept_data_not_restored:
			"Files that were removed from {folder} could not be written anew: {cause} Check the folder and its rights.",
		store_older:
			"The saved settings are older than they should be: the last {lost} saves are gone. Check mode and settings; a backup may have newer ones.",
		store_read: "What was saved can be read again, and counts from now on.",
		store_unavailable: "Nothing can be saved at the moment ({cause}). Check the disk; control goes on.",
		store_available_again: "Everything is saved again.",
		store_not_closed: "What was saved could not be closed properly ({cause}).",
		store_row_not_saved: "{part} {id} cannot be saved.",
		store_row_skipped: "{part} {id} in what was saved makes no sense and is skipped.",
		backup_made: "A backup is made.",
		backup_failed: "The backup failed: {why:command} Check the disk and try again; control goes on.",
		backup_restored: "Settings, counters and history are restored from the backup of {made}.",
		backup_not_restored: "The backup could not be restored ({cause}); it is still there as {file}.",
		installation_id_made: "This installation is called {id} from now on.",
		installation_id_not_kept: "The installation id cannot be saved ({cause}). Check the disk.",
		installation_id_set_aside: "The installation id was unreadable and was set aside as {file}; a new one is made.",
		control_socket_error: "The control socket fails ({why}). Commands such as explain cannot reach the app.",
		control_request_failed: "The request {request} failed: {why:command}",
		connections_crowded:
			"All connections to {host}:{port} are taken, so the oldest without a request are closed; the health check goes on. If this was no test, find the program that opens them. This is told once.",
		health_not_served: "The health check cannot be had at {host}:{port} ({cause}). It is tried again by itself.",
		health_served: "The health check answers at {host}:{port} again.",
		page_served: "The page is at {url}.",
		page_password_made: "The page has a password; `solar-heating page` says where it is kept.",
		page_password_not_kept:
			"The page's password cannot be kept ({cause}), so there is no page. Check the disk; control goes on.",
		page_login_refused: "Somebody at {from} gave a wrong login for the page.",
		counter_bug: "A mistake in the program stops the counter {rule}; control goes on: {error}",
		options_problem: "{path}: found {value:problem}. {problem:problem}",
		options_note: "{path} = {value:problem}: {problem:problem}",
		mqtt_rotating: "The password of {user} at the broker is being changed; the connection comes back with the new one.",
		mqtt_login_changed: "The login for the broker has changed; from now on it is that of {user}.",
		mqtt_anonymous:
			"MQTT WITHOUT A LOGIN - Broker: {host}:{port}. The options allow it; anybody in the house may switch your pump. Make a login at the broker and give it here.",
		broker_watched: "The broker's log is watched ({from}).",
		broker_log_unreadable:
			"The broker's log {file} cannot be read, so nobody watches it. Check path and rights; it is tried again by itself.",
		options_changed: "The options were changed since the last start: {paths}.",
		audit_trail_head: "The audit trail has {rows} entries; its newest, {seq}, has the hash {head}.",
		audit_trail_broken:
			"The audit trail does not hold at entry {entry} ({kind}; {count} places): somebody changed it, or the disk lost something. `solar-heating audit-trail --verify` says more.",
		audit_trail_anew:
			"The audit trail begins anew, with {rows} entries: those up to {before}, which this controller had, are no longer in its file. Somebody removed or replaced it while the controller ran; think of who can write the app’s data. A backup may have them.",
		syslog_connected: "Security events go to the syslog collector {host}:{port}.",
		syslog_unreachable:
			"The syslog collector {host}:{port} cannot be reached ({cause}). Events wait, and it is tried again by itself.",
		mqtt_connected: "MQTT Connection Successful - Broker: {host}:{port}, User: {user}",
		mqtt_failed: "{title} - Broker: {host}:{port}, User: {user} - {class}: {explained}{seen} {advice}",
		mqtt_allowed: "MQTT May {action} {topic} Again - User: {user}",
		mqtt_unfit: 'MQTT message not sent: the topic "{topic}" {flaw:unfit}',
		mqtt_too_large:
			"MQTT message not read: {bytes} bytes to {topic} are more than anything that is meant for this app. See who publishes there.",
		mqtt_flood:
			"MQTT flood: more messages come in than are read, for example to {topic}. Of commands the newest are obeyed. See who publishes there.",
		mqtt_listener_failed: "A mistake in the program keeps something from following the MQTT connection: {error}",
		mqtt_credentials_required:
			"MQTT credentials required: {why:problem} Give them in the app's options page (mqtt.username, mqtt.password), or in an options file (--options FILE, with mqtt.username and mqtt.password or mqtt.password_file), or in the environment or a .env file (MQTT_USERNAME, MQTT_PASSWORD). Until then nothing connects to the broker; control goes on.",
		mqtt_service_failed: "{why:finding}",
		broker_alert: "{happened} {advice}",
		view_failed: "{what:broken} {error}",
		control_failed: "The control loop failed, so every output goes to rest: {error}",
		control_socket_failed: "Commands beside the running controller will not work: {why}",
		options_not_kept: "The valid options could not be kept for later: {cause}",
	},
	unfit: {
		empty: "is empty",
		reserved: "begins with $, which is the broker's own",
		wildcard: "contains a wildcard",
		nul: "contains a NUL character",
		long: "is longer than 65535 bytes",
		large: "gets more than a megabyte",
	},
	broken: {
		view: "Something could not be shown:",
		entity: "The entity {key} could not be shown and is left out:",
		page: "The page failed:",
		audit: "The audit broke:",
		sensors: "Sensors could not be looked for:",
		watchdog: "The watchdog ended:",
		closing: "Not everything was closed:",
		beside: "Something beside control failed ({part}); control goes on:",
		option: "Option {field}: found {flaw:problem}.",
	},
} as const;
