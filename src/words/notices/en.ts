export const en = {
	notice: {
		nothing_configured:
			"No sensor and no output is configured yet. Set them up step by step on the app's page, or enter them in the options and restart the app; until then nothing is measured and nothing is switched.",
		audit_done: "The broker was audited: {score} of 100, {problems} points to check.",
		audit_broken_off: "The audit of the broker was interrupted because the connection was lost or the app stopped.",
		audit_one_per_user:
			"The broker allows {user} one connection, so the audit closed that of the app. From now on the audit leaves out every step that would log in as the app. The button for an audit tries them again.",
		started: "Solar Heating {version} controls {outputs} outputs with {sensors} sensors.",
		stopped: "Stopped. All outputs are at rest.",
		left_behind: "A part of the app beside control did not end in time and was terminated; the outputs are at rest.",
		stopped_not_at_rest:
			"Stopped, but not all outputs are at rest. Connected loads may still be running: check them, and switch them off by hand.",
		not_at_rest: "{output:id} could not be brought to rest: {fault:fault}",
		output_on: "{output:id} on: {why}",
		output_off: "{output:id} off: {why}",
		valve_to: "{output:id} {state}: {why}",
		output_level: "{output:id} at {percent} %: {why}",
		output_unconfirmed: "{output:id} did not switch: {fault:fault}",
		output_tried: "{actor} switched {target} on for {seconds} s, to find out what it is.",
		output_tried_off: "{target} is off again after it was tried.",
		output_tried_stuck: "{target} was tried and does not go off: {fault:fault} Switch it off at its fuse.",
		output_left_on: "An earlier process ended while {target} was tried. It is being switched off.",
		activity: "Now: {activity:activity}.",
		mode: "The mode is {mode}.",
		setting: "{path} is now {value}.",
		setting_dropped:
			"{path}: the value that was set at run time no longer applies, because the setting was changed on the app's Configuration page or the value does not fit the settings there. The value from that page applies.",
		function_new:
			"New with this update, and switched on: {path}. A pump may now run at times when it rested before. The documentation says what this function does; you can switch it off on the app's Configuration page.",
		setting_kept: "{path} is {value}, as set at run time; the app's Configuration page has {replaced}.",
		intent_refused: "Refused: {path} = {value:problem}. {problem:problem}",
		sensor_fast: "{sensor:id} jumped from {from:value} to {to:value}.",
		sensor_unsteady:
			"Sensor {sensor} measured {value:°C} and a moment later a different value. The first reading is not used. Look for a loose contact or a weak power supply before it happens twice in a row.",
		sensor_copy:
			"Sensor {sensor} is a copy of a DS18B20, not an original. It is read all the same. Copies can be wrong by up to 3 K: compare it with a thermometer, and enter the difference as the sensor's offset.",
		sensor_back: "{sensor:id} is back: {value:value}.",
		sensor_broken: "{sensor:id} is lost: {fault:fault}",
		sensors_broken: "{count} sensors are lost at once, {sensor:id} among them: {fault:fault}",
		sensor_stale: "{sensor:id} has given no new value for too long.",
		device_lost: "{device} was lost: {fault:fault} The app tries again automatically.",
		device_back: "{device} is back.",
		second_master:
			"Another program or controller asks on the Modbus line at {device} too. A line can have one master only: readings fail, and commands may be lost. Stop the other one, or give it a line of its own.",
		line_held:
			"Line {line} of {device} is held by {by}. End that program, or take its overlay out of config.txt, or choose another line. The app tries again automatically.",
		device_bug: "A program error stops {bus}: {error}",
		rest_unknown:
			"{file} is missing or damaged, so the app no longer knows which outputs it controlled before. Whether they are at rest is unknown. Check the relay boards, and correct the options.",
		store_set_aside:
			"The saved settings could not be read and were moved to {file} ({cause}). The settings of the Configuration page apply.",
		store_awaited:
			"The saved settings cannot be read yet ({cause}). Every output stays at rest, for ten minutes at most. The saved settings apply as soon as they can be read. Check whether another program has the file open.",
		store_unread:
			"The saved settings could not be read for ten minutes ({cause}). The plant now runs with the settings of the Configuration page. The saved settings apply as soon as they can be read. Check the disk, and the mode.",
		kept_data_removed:
			"Files of the running controller were removed from {folder}: {files}. Its current data are written again, the page's password at the next start; history and audit trail may be lost. Find out who removed them; a backup may contain them.",
		kept_data_not_restored:
			"Files that were removed from {folder} could not be written again: {cause} Check the folder and its rights.",
		store_older:
			"The saved settings are older than they should be: the last {lost} changes are lost. Check mode and settings; a backup may be newer.",
		store_read: "The saved settings can be read again, and apply from now on.",
		data_folder_not_made:
			"The data folder {folder} cannot be created ({cause}). Nothing is saved, and commands beside the running controller will not work; control continues. Name another folder with --data, or make this path usable, and restart.",
		store_unavailable: "Nothing can be saved at the moment ({cause}). Check the disk; control continues.",
		store_available_again: "Saving works again.",
		store_not_closed: "The database could not be closed properly ({cause}).",
		store_row_not_saved: "{part} {id} cannot be saved.",
		store_row_skipped: "{part} {id} in the saved data is not understood and is skipped.",
		backup_made: "A backup was made.",
		backup_failed: "The backup failed: {why:command} Check the disk and try again; control continues.",
		backup_restored: "Settings, counters and history were restored from the backup of {made}.",
		backup_not_restored: "The backup could not be restored ({cause}); it is still there as {file}.",
		installation_id_made: "The id of this installation is {id}.",
		installation_id_not_kept: "The installation id cannot be saved ({cause}). Check the disk.",
		installation_id_set_aside: "The installation id was unreadable and was moved to {file}; a new one is made.",
		control_socket_error: "The control socket has failed ({why}). Commands such as explain cannot reach the app.",
		control_request_failed: "The request {request} failed: {why:command}",
		connections_crowded:
			"All connections to {host}:{port} are in use, so the oldest ones without a request are closed; the health check keeps working. Unless this was a test, find the program that opens them. This message appears once.",
		health_not_served:
			"The health check cannot be served at {host}:{port} ({cause}). The app tries again automatically.",
		health_served: "The health check answers at {host}:{port} again.",
		page_served: "The page is available at {url}.",
		page_password_made: "The page has a password; `solar-heating page` shows where it is stored.",
		page_password_not_kept:
			"The page's password cannot be saved ({cause}), so there is no page. Check the disk; control continues.",
		page_password_exposed:
			"Other users of this machine could read {file}, so the password in it no longer counts, and a new one is made. Set your own with `solar-heating page set-password`.",
		page_password_unusable:
			"{file} holds neither a password of at least 12 characters nor the hash of one, so a new one is made. Set your own with `solar-heating page set-password`.",
		page_password_ignored:
			"{file} was changed and holds no usable password, or others could read it. The old password goes on counting until the next start. Set a new one with `solar-heating page set-password`.",
		page_password_unread:
			"{file} cannot be read ({cause}). The old password goes on counting. Give the file to the user of the controller.",
		page_password_hashed: "The page's password is now kept as a hash in {file}. The password itself stays the same.",
		page_password_not_computed:
			"The page cannot check the password in {file}, because its hash could not be computed ({cause}). The next login tries it again. If that stays so, this machine has too little free memory.",
		page_password_not_hashed:
			"The page's password works, but stays readable in {file}, because the file cannot be written ({cause}). Make the data folder writable, then restart the controller.",
		page_sessions_not_kept:
			"Who is logged in to the page cannot be saved ({cause}): after a restart everybody has to log in again. Check the disk.",
		page_login: "Somebody logged in to the page from {from}.",
		page_login_refused: "A wrong login for the page came from {from}.",
		page_refused: "Refused on the page, from {actor}: {path} = {value:problem}. {problem:problem}",
		page_not_allowed:
			"Refused on the page, from {actor}: only an administrator of Home Assistant can change something here.",
		counter_bug: "A program error stops the counter {rule}; control continues: {error}",
		options_problem: "{path}: found {value:problem}. {problem:problem}",
		options_note: "{path} = {value:problem}: {problem:problem}",
		mqtt_rotating: "The password of {user} at the broker is being changed; the app reconnects with the new one.",
		mqtt_login_changed: "The login for the broker has changed; the app now uses that of {user}.",
		mqtt_anonymous:
			"MQTT WITHOUT A LOGIN - Broker: {host}:{port}. The options allow it. Anyone in the house can switch your pump. Create a login at the broker and enter it here.",
		broker_watched: "The broker's log is watched ({from}).",
		broker_log_unreadable:
			"The broker's log {file} cannot be read, so it is not watched. Check path and rights; the app tries again automatically.",
		options_changed: "The options were changed since the last start: {paths}.",
		audit_trail_head: "Entries in the audit trail: {rows}. The newest, number {seq}, has the hash {head}.",
		audit_trail_broken:
			"The audit trail is not intact at entry {entry} ({kind}; {count} places): someone changed it, or the disk lost data. `solar-heating audit-trail --verify` shows details.",
		audit_trail_anew:
			"The audit trail starts again, with {rows} entries: the entries up to {before}, which this controller had written, are no longer in its file. Someone removed or replaced the file while the controller was running; check who can write to the app's data. A backup may contain them.",
		syslog_connected: "Security events go to the syslog collector {host}:{port}.",
		syslog_unreachable:
			"The syslog collector {host}:{port} cannot be reached ({cause}). Events are kept until it can; the app tries again automatically.",
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
			"MQTT credentials required: {why:problem} Give them in the app's options page (mqtt.username, mqtt.password), or in an options file (--options FILE, with mqtt.username and mqtt.password or mqtt.password_file), or in the environment or a .env file (MQTT_USERNAME, MQTT_PASSWORD). Until then nothing connects to the broker; control continues.",
		mqtt_service_failed: "{why:finding}",
		broker_alert: "{happened} {advice}",
		view_failed: "{what:broken} {error}",
		control_failed: "The control loop failed, so every output goes to rest: {error}",
		control_socket_failed: "Commands beside the running controller will not work: {why}",
		options_not_kept: "The valid options could not be kept for later: {cause}",
		silence_test_begun:
			"Silence test: commands to {output:id} are not renewed now. It has to go off by itself within {off_after} s.",
		silence_test_passed: "Silence test passed: {output:id} went off by itself after {took} s.",
		silence_test_failed: "Silence test FAILED: {output:id} was still on after {took} s without this app.",
		silence_test_broken_off:
			"The silence test of {output:id} was broken off: {why:silence}. It says nothing, and is made again later.",
		silence_test_given_up:
			"The silence test of {output:id} was broken off: {why:silence}. It says nothing, and {output:id} stays off. Put that right, then start the test again.",
		silence_test_elsewhere:
			"The silence test of {output:id} ({date}) does not count any more: it was made through the broker {broker}, and the app has joined another one. Start it again; a heater stays off until then.",
		silence_test_refused:
			"The silence test of {output:id} is not started again yet: it ran for one less than an hour ago without a proof. Ask again in {minutes} min.",
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
		anonymous: "(anonymous)",
		no_object: "no JSON object",
		repeated: "{text} … {count} times in {seconds} s",
		entity: "The entity {key} could not be shown and is left out:",
		page: "The page failed:",
		audit: "The audit broke:",
		sensors: "Sensors could not be looked for:",
		watchdog: "The watchdog ended:",
		closing: "Not everything was closed:",
		beside: "Something beside control failed ({part}); control continues:",
		option: "Option {field}: found {flaw:problem}.",
	},
} as const;
