export const en = {
	finding: {
		nothing_configured:
			"No sensor and no output is configured yet. Set them up step by step on the app's page, or enter them in the options and restart the app; until then nothing is measured and nothing is switched.",
		security_audit: "The broker was audited on {when}: {score} of 100.",
		device_lost: "{device} was lost: {fault:fault} The app tries again automatically.",
		heater_refused:
			"{output} stays off: nothing proves that {target} does as it is told, and a heater that does not switch off burns dry. Use a board that is read back. If the heater has a safety limiter (STB) of its own that works, you can set unverified_ok of this output to true instead.",
		heater_unproven:
			"Nothing proves that {output} at {target} does as it is told. It goes on working, because it did before this was asked for. Use a board that is read back, or set unverified_ok of this output to true if the heater has a safety limiter (STB) of its own that works.",
		device_bug:
			"A program error stops {bus}: {error}. The app tries again automatically. Please report it together with the log.",
		beside_failed:
			"A program error stops a part of the app ({part}): {cause}. Control continues, and the part is restarted automatically. Please report it together with the log.",
		rest_unknown:
			"{file} is missing or damaged, so the app no longer knows which outputs it controlled before. Whether they are at rest is unknown. Check the relay boards, and correct the options.",
		options_invalid:
			"The options are not valid, so nothing is controlled. The next lines and the log show what to correct.",
		options_wrong: "{path}: {problem:problem}",
		options_note: "{path}: {problem:problem}",
		mqtt_credentials_required:
			"The user name or password for the broker is missing. Enter them on the app's Configuration page; until then Home Assistant shows nothing, and control continues.",
		mqtt_files_unreadable:
			"The file of {path} cannot be read, so the app does not connect to the broker. The log says why; control continues.",
		store_set_aside:
			"The saved settings could not be read and were moved to {file}. The settings of the Configuration page apply.",
		store_awaited:
			"The saved settings cannot be read yet ({cause}). Every output stays at rest, for ten minutes at most. The saved settings apply as soon as they can be read. Check whether another program has the file open.",
		store_unread:
			"The saved settings could not be read for ten minutes ({cause}). The plant now runs with the settings of the Configuration page. The saved settings apply as soon as they can be read. Check the disk, and the mode.",
		kept_data_removed:
			"Files of the running controller were removed from its folder: {files}. Its current data are written again, the page's password at the next start; history and audit trail may be lost. Find out who removed them; a backup may contain them.",
		store_older:
			"The saved settings are older than they should be: the last {lost} changes are lost. Check mode and settings; a backup may be newer.",
		store_unavailable: "Nothing can be saved at the moment. Check the disk.",
		backup_failed: "The last backup failed: {why:command} Check the disk and make another backup.",
		backup_not_restored:
			"A restored backup cannot be used ({cause}); it is still there as {file}. Restore an older one.",
		installation_id_not_kept: "The installation id cannot be saved. Check the disk.",
		broker: "Broker {host}:{port}, user {user}: {state}.",
		mqtt_service_not_enabled:
			"Home Assistant offers no MQTT broker at the moment. If the broker is just starting, nothing has to be done; otherwise install and start the Mosquitto broker app. The app asks again automatically; control continues.",
		mqtt_service_forbidden:
			"Home Assistant does not let this app ask for the broker's login. Reinstall the app, or enter user name and password on its Configuration page.",
		mqtt_service_unauthorized:
			"Home Assistant's Supervisor does not accept this app's token. Restart the app, or enter user name and password on its Configuration page.",
		mqtt_service_slow:
			"Home Assistant's Supervisor did not answer within {seconds} s where the broker is. The app asks again automatically; if this persists, restart the machine.",
		mqtt_service_unreachable:
			"Home Assistant's Supervisor cannot be reached ({cause}), so the broker's address is unknown. The app asks again automatically.",
		mqtt_service_error:
			"Home Assistant's Supervisor cannot say where the broker is (status {status}). The app asks again automatically; the Supervisor's log says more.",
		mqtt_service_garbled:
			"The answer of Home Assistant's Supervisor about the broker is not valid ({what:broken}). Update the broker's app, or enter host, user name and password on the app's Configuration page.",
		mqtt_service_without_login:
			"Home Assistant offers the broker {host} without a usable login. Enter user name and password on the app's Configuration page; without them the app does not connect.",
		mqtt_anonymous:
			"The broker {host}:{port} is used without a login, because the options allow it. Anyone in the house can switch your pump. Create a login at the broker and enter it here.",
		credentials: "The broker accepts the login of {user}.",
		credentials_old:
			"The password of {user} has been in use for {days} days. Change it at the broker, then in the app's options.",
		mqtt_acl_denied:
			"The broker's access rules do not allow: {topics}. What is denied is missing in Home Assistant. `solar-heating broker acl` prints all the rules that are needed.",
		secret_readable:
			"Every user of this machine can read the password or key in {files}. Run: chmod 600 {files} – then change the password, or make a new key.",
		broker_watch: "The broker's log is watched ({state}); {refusals} logins were refused since the start.",
		broker_log_unreadable:
			"The broker's log {file} cannot be read, so it is not watched. Check path and rights; the app tries again automatically.",
		audit_trail: "The audit trail was checked on {when}: {rows} entries, the newest {seq} with the hash {head}.",
		audit_trail_broken:
			"The audit trail is not intact at entry {entry} ({count} places): someone changed it, or the disk lost data. `solar-heating audit-trail --verify` shows details; check who can write to the app's data.",
		audit_trail_anew:
			"The audit trail starts again, with {rows} entries: the entries up to {before}, which this controller had written, are no longer in its file. Someone removed or replaced the file while the controller was running; check who can write to the app's data. A backup may contain them.",
		app_outdated:
			"Version {latest} of this app is available; this is {version}. Read its changelog, then update the app in Home Assistant.",
		syslog_unreachable:
			"The syslog collector {host}:{port} cannot be reached ({cause}); {waiting} events are waiting. Check its address, its port and its certificate; the app tries again automatically.",
		command_refused: "Refused: {path} = {value:problem}. {problem:problem}",
		broker_alert: "{happened} {advice}",
		silence_test: "Silence test of {output:id}: {standing:silence}. Last test: {last}.",
		silence_test_needed:
			'{output:id} is beyond a network, and it is not tested that it goes off without this app. Start the silence test while it runs: the button "Silence test", or `solar-heating silence-test`. A heater stays off until then.',
		silence_test_failed:
			"{output:id} did not go off within {off_after} s when the app was silent ({date}). If the network or this app fails, it stays on. Look up in the manual how its device supports a timer, or replace it, then start the silence test again. A heater stays off until then.",
		silence_test_elsewhere:
			'The silence test of {output:id} ({date}) was made through the broker {broker}, and since then the app has joined another one. There the same topic may belong to another device, so the test does not count any more. Start it again while {output:id} runs: the button "Silence test", or `solar-heating silence-test`. A heater stays off until then.',
		silence_test_overdue:
			"The last silence test of {output:id} was {days} days ago, because the plant was never cool and idle enough for it while it ran. Start it by hand. After 60 days a heater stays off.",
	},
} as const;
