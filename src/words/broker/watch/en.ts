export const en = {
	broker: {
		watching_file: "Watching {path}. Ctrl+C ends it.",
		watching_topic: "Watching the log of {host}:{port} over MQTT. Ctrl+C ends it.",
		no_connection: "No connection ({seen}). It is tried again.",
		log_unreadable_now: "{path} cannot be read now. It is tried again; run this as root, or check the path.",
		or_name_log: "Or name its log with --log.",
		no_log_to_watch:
			"The broker writes no log file. Add `log_dest file /var/log/mosquitto/mosquitto.log` to its configuration, name a file with --log, or use --topic.",
		no_such_file: "There is no {path}.",
		heard:
			"{lines} lines: {logins} logins, {refusals} refused ({own} more were our own audit), {denials} messages denied, {cut} lines cut.",
		heard_of:
			"{lines} lines of Mosquitto {release}: {logins} logins, {refusals} refused ({own} more were our own audit), {denials} messages denied, {cut} lines cut.",
		refused_from: "refused from {address}",
		refused_unattributed: "refused; the broker does not say from which address",
		more_addresses: "and from {count} more addresses",
		release_unknown:
			"It is not clear yet which release wrote this log. If 2.0.12 or older logs debug, name it, such as --release 2.0.11: then the addresses are read too.",
		say_release: "Say which release it is, such as --release 2.0.21.",
		no_log_for_fail2ban:
			"The broker writes no log file. Add `log_dest file` to its configuration, or name one with --log.",
		fail2ban_written: "Written to {folder}. Have fail2ban read it: fail2ban-client reload",
		log_unsafe:
			"With log_type {types} a client can write lines into the log that ban others. Replace it by this, and restart the broker:{lines}",
		log_lacks_refusals:
			"The broker's log does not say who was refused. Put this into its configuration, and restart the broker:{lines}",
		fail2ban_logged: "The broker's log ({path}) says who was refused: just tried with unauthorised logins.",
		fail2ban_log_mute: "The broker refused unauthorised logins, but its log ({path}) does not say so.",
		log_time_unread:
			"With `log_timestamp_format {format}` fail2ban cannot read when a login was refused. Put `log_timestamp_format %Y-%m-%dT%H:%M:%S` into the broker's configuration instead, and restart the broker.",
		log_without_times:
			"With `log_timestamp false` the lines of the log have no time, so fail2ban cannot tell how fast they came. Remove that line from the broker's configuration, and restart the broker.",
		fail2ban_finds: "The filter finds them: just tried with fail2ban-regex.",
		fail2ban_untried:
			"The filter could not be tried here: fail2ban is not installed, or every listener requires a certificate.",
		fail2ban_blind: "The log ({path}) says who was refused, but fail2ban-regex finds none of it with the filter.",
		log_not_understood:
			"This log was not understood: of its {lines} lines, {understood} are Mosquitto's. So nothing is known about refusals. Name the log of the broker alone, for example from `docker compose logs --no-log-prefix SERVICE` or `journalctl -u mosquitto`.",
		log_of_old:
			"This is a log of Mosquitto 1.6 or older, which does not say that it refused a login. Install Mosquitto 2.0 or later: older ones get no more security updates.",
		log_untimed:
			"Most of these lines have no time, so alarms cannot tell how fast they came: all count as written at once. `log_timestamp true` in mosquitto.conf adds the time.",
		log_without_connections:
			"With `connection_messages false` the broker does not log who connects or is refused. Remove that line from its configuration, and restart the broker.",
		log_debug_between:
			"Mosquitto 2.0.13 and later log no address when they refuse a login, so fail2ban takes it from the connection in the line before. With log_type debug there is another line between. Replace it by this, and restart the broker:{lines}",
		refused_ids: "different client ids among them",
	},
} as const;
