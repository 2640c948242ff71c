export const en = {
	finding: {
		nothing_configured:
			"No sensor and no output is named yet. Name them on the options page and restart; until then nothing is measured and nothing is switched.",
		security_audit: "The broker was audited on {when}: {score} of 100.",
		device_lost: "{device} is gone: {fault:fault} It is tried again by itself.",
		device_bug:
			"A mistake in the program keeps {bus} from working: {error}. It is tried again by itself. Please report it with the log.",
		beside_failed:
			"A mistake in the program stops a part of the app ({part}): {cause}. Control goes on, and the part is started again by itself. Please report it with the log.",
		rest_unknown:
			"Which outputs were controlled before is not known any more: {file} is missing or damaged. So nothing can be said of whether they are at rest. Look at the boards, and mend the options.",
		options_invalid:
			"The options are not valid, so nothing is controlled. The next lines and the log list what to mend.",
		options_wrong: "{path}: {problem:problem}",
		options_note: "{path}: {problem:problem}",
		mqtt_credentials_required:
			"The broker's user name or password is missing. Give them on the options page; until then Home Assistant sees nothing, and control goes on.",
		mqtt_files_unreadable:
			"The file of {path} cannot be read, so nothing connects to the broker. The log says why; control goes on.",
		store_set_aside:
			"The saved settings could not be read and were set aside as {file}. What the options page says applies.",
		store_awaited:
			"The saved settings cannot be read yet ({cause}). Every output stays at rest, for ten minutes at most; what is saved counts as soon as it can be read. Check whether another program has the file open.",
		store_unread:
			"The saved settings could not be read for ten minutes ({cause}). The plant runs by the options page; what is saved counts as soon as it can be read. Check the disk, and the mode.",
		kept_data_removed:
			"Files of the running controller were removed from its folder: {files}. What it knows is written anew, the page’s password at the next start; history and audit trail may be gone. Find out who removed them; a backup may have them.",
		store_older:
			"The saved settings are older than they should be: the last {lost} saves are gone. Check mode and settings; a backup may have newer ones.",
		store_unavailable: "Nothing can be saved at the moment. Check the disk.",
		backup_failed: "The last backup failed: {why:command} Check the disk and make another one.",
		backup_not_restored:
			"A backup that was brought back cannot be used ({cause}); it is still there as {file}. Restore an older one.",
		installation_id_not_kept: "The installation id cannot be saved. Check the disk.",
		broker: "Broker {host}:{port}, user {user}: {state}.",
		mqtt_service_not_enabled:
			"Home Assistant knows of no MQTT broker right now. If the broker is just starting, nothing is to be done; else install and start the Mosquitto broker app. It is asked again by itself; control goes on.",
		mqtt_service_forbidden:
			"Home Assistant does not let this app ask for the broker's login. Reinstall the app, or give user name and password on its options page.",
		mqtt_service_unauthorized:
			"Home Assistant's Supervisor does not accept this app's token. Restart the app, or give user name and password on its options page.",
		mqtt_service_slow:
			"Home Assistant's Supervisor did not say within {seconds} s where the broker is. It is asked again by itself; if it stays so, restart the machine.",
		mqtt_service_unreachable:
			"Home Assistant's Supervisor cannot be reached ({cause}), so nobody says where the broker is. It is asked again by itself.",
		mqtt_service_error:
			"Home Assistant's Supervisor cannot say where the broker is (status {status}). It is asked again by itself; its own log says more.",
		mqtt_service_garbled:
			"What Home Assistant's Supervisor says of the broker makes no sense ({what}). Update the broker's app, or give host, user name and password on the options page.",
		mqtt_service_without_login:
			"Home Assistant offers the broker {host} without a usable login. Give user name and password on the options page; nothing connects without.",
		mqtt_anonymous:
			"The broker {host}:{port} is used without a login, as the options allow it. Anybody in the house may switch your pump. Make a login at the broker and give it here.",
		credentials: "The broker accepts the login of {user}.",
		credentials_old: "The password of {user} has been in use for {days} days. Change it at the broker, then here.",
		mqtt_acl_denied:
			"The broker's access rules do not allow: {topics}. Home Assistant misses what is denied. `solar-heating broker acl` prints all the rules that are needed.",
		secret_readable:
			"Every user of this machine can read the password or key in {files}. Run: chmod 600 {files} – and change the password, or make a new key.",
		broker_watch: "The broker's log is watched ({state}); {refusals} logins were refused since the start.",
		broker_log_unreadable:
			"The broker's log {file} cannot be read, so nobody watches it. Check path and rights; it is tried again by itself.",
		audit_trail: "The audit trail was looked through on {when}: {rows} entries, the newest {seq} with the hash {head}.",
		audit_trail_broken:
			"The audit trail does not hold at entry {entry} ({count} places): somebody changed it, or the disk lost something. `solar-heating audit-trail --verify` says more; think of who can write the app's data.",
		audit_trail_anew:
			"The audit trail begins anew, with {rows} entries: those up to {before}, which this controller had, are no longer in its file. Somebody removed or replaced it while the controller ran; think of who can write the app’s data. A backup may have them.",
		app_outdated:
			"Version {latest} of this app is there; this is {version}. Read its changelog, then update it in Home Assistant.",
		syslog_unreachable:
			"The syslog collector {host}:{port} cannot be reached ({cause}); {waiting} events wait. Check its address, its port and its certificate; it is tried again by itself.",
		command_refused: "Refused: {path} = {value:problem}. {problem:problem}",
		broker_alert: "{happened} {advice}",
	},
} as const;
