export const en = {
	alert: {
		"brute_force.happened": "{count} logins from {address} were refused within {window:time}.",
		"brute_force.means": "Somebody there tries passwords, or a device of yours has an old one.",
		"brute_force.remedy":
			"If {address} is yours, correct its login. If not, block it in the firewall; `solar-heating broker fail2ban` lets fail2ban do that by itself.",
		"credential_stuffing.happened":
			"{count} logins from several addresses were refused within {window:time}: {addresses}.",
		"credential_stuffing.means": "Somebody tries passwords from many places, few from each, so as not to be noticed.",
		"credential_stuffing.remedy":
			"Let the broker's port be reached from your own network only, and use long random passwords; `solar-heating broker user add` makes them.",
		"refusals_without_address.happened":
			"{count} logins were refused within {window:time}, and the broker does not say from where.",
		"refusals_without_address.means":
			"Somebody tries passwords, or a device of yours has an old one. Mosquitto 2.0 names no address when it refuses a login; from 2.0.13 on it is known where nobody else connects at the same time.",
		"refusals_without_address.remedy":
			"Update the broker to 2.1, which names the address. Until 2.0.12 `log_type debug` in mosquitto.conf names it too. `connection_messages` has to be on.",
		"new_address.happened": "{user} logged in from {address}, where this user never came from before.",
		"new_address.means": "A device has a new address, or somebody else knows the password.",
		"new_address.remedy": "If that was no device of yours, change the password of {user} at the broker.",
		"acl_probing.happened": "{client} was denied {count} messages within {window:time}.",
		"acl_probing.means": "A device is set up wrongly, or somebody tries how far the rights of this login go.",
		"acl_probing.remedy":
			"If it is a device of yours, allow it the topics that it needs. If not, take its login away with `solar-heating broker user remove`.",
		"connection_flood.happened": "{count} connections came from {address} within {window:time}.",
		"connection_flood.means": "A device connects again and again, or somebody keeps the broker busy.",
		"connection_flood.remedy":
			"If {address} is yours, look at the log of that device. If not, block it in the firewall; `max_connections` in mosquitto.conf sets a limit.",
		"port_scan.happened": "{count} times within {window:time} something that is no MQTT came from {address}.",
		"port_scan.means": "Somebody looks for what listens here, or a client uses TLS where there is none.",
		"port_scan.remedy":
			"If {address} is yours, correct port and TLS in its settings. If not, block it in the firewall.",
		"client_id_fight.happened": "Clients called {client} threw each other out {count} times within {window:time}.",
		"client_id_fight.means": "Two devices have the same client id, or somebody pushes a device of yours out.",
		"client_id_fight.remedy":
			"Give each device a client id of its own. If each has one, somebody else uses it: change the passwords at the broker.",
		"cut_lines.happened": "A line of the broker's log was so long that it no longer says who it is about.",
		"cut_lines.means": "Client ids of almost a thousand characters are how one hides from whoever reads the log.",
		"cut_lines.remedy":
			"The lines before it in the broker's log say from where somebody connected. If that is not yours, block it in the firewall.",
		"spoofed_id.happened": "A client from {address} calls itself {client}, in words that begin the broker's own lines.",
		"spoofed_id.means":
			"So one puts blame on others in the broker's log. Lines that may be made up are not believed here.",
		"spoofed_id.remedy":
			"Take the login {user} away or change its password, and leave subscribe, unsubscribe and all out of `log_type` in mosquitto.conf.",
		unknown_address: "an unknown address",
		several_clients: "A client",
		unknown_user: "of this client",
	},
} as const;
