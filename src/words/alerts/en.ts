export const en = {
	alert: {
		"brute_force.happened": "{count} logins from {address} were refused within {window:time}.",
		"brute_force.means": "Someone there is trying passwords, or one of your devices has an old password.",
		"brute_force.remedy":
			"If {address} is yours, correct the login of that device. If not, block the address in the firewall; with `solar-heating broker fail2ban` fail2ban does so automatically.",
		"credential_stuffing.happened":
			"{count} logins from several addresses were refused within {window:time}: {addresses}.",
		"credential_stuffing.means": "Someone is trying passwords from many addresses, a few from each, to avoid notice.",
		"credential_stuffing.remedy":
			"Make the broker's port reachable from your own network only, and use long random passwords; `solar-heating broker user add` creates them.",
		"refusals_without_address.happened":
			"{count} logins were refused within {window:time}; the broker's log does not say from which address.",
		"refusals_without_address.means":
			"Someone is trying passwords, or one of your devices has an old password. Mosquitto 2.0 logs no address when it refuses a login. From 2.0.13 on the address is known only if no other client connects at the same time.",
		"refusals_without_address.remedy":
			"Update the broker to 2.1, which logs the address. Up to 2.0.12, `log_type debug` in mosquitto.conf logs it too. `connection_messages` has to be on.",
		"new_address.happened": "{user} logged in from {address}, an address that this user has not used before.",
		"new_address.means": "A device has a new address, or someone else knows the password.",
		"new_address.remedy": "If it was not one of your devices, change the password of {user} at the broker.",
		"acl_probing.happened": "{client} was denied {count} messages within {window:time}.",
		"acl_probing.means": "A device is configured incorrectly, or someone is testing what this login may do.",
		"acl_probing.remedy":
			"If it is one of your devices, allow it the topics that it needs. If not, remove its login with `solar-heating broker user remove`.",
		"connection_flood.happened": "{count} connections came from {address} within {window:time}.",
		"connection_flood.means": "A device connects again and again, or someone is trying to overload the broker.",
		"connection_flood.remedy":
			"If {address} is yours, check the log of that device. If not, block the address in the firewall; `max_connections` in mosquitto.conf sets a limit.",
		"port_scan.happened": "{address} sent something other than MQTT {count} times within {window:time}.",
		"port_scan.means": "Someone is scanning for open ports, or a client uses TLS on a port without TLS.",
		"port_scan.remedy":
			"If {address} is yours, correct port and TLS in the settings of that device. If not, block the address in the firewall.",
		"client_id_fight.happened":
			"Clients with the id {client} disconnected each other {count} times within {window:time}.",
		"client_id_fight.means": "Two devices have the same client id, or someone is using the id of one of your devices.",
		"client_id_fight.remedy":
			"Give each device a client id of its own. If each has one already, someone else is using it: change the passwords at the broker.",
		"cut_lines.happened":
			"A line of the broker's log was cut off because it was too long; the client it is about is not known.",
		"cut_lines.means": "A client with an id of almost a thousand characters can hide in this way.",
		"cut_lines.remedy":
			"The lines before it in the broker's log show the address. If it is not yours, block it in the firewall.",
		"spoofed_id.happened":
			"A client from {address} calls itself {client}, which reads like a line of the broker's own log.",
		"spoofed_id.means":
			"In this way a client can forge log lines that blame others. Lines that may be forged are ignored here.",
		"spoofed_id.remedy":
			"Remove the login {user} or change its password, and do not use subscribe, unsubscribe or all for `log_type` in mosquitto.conf.",
		unknown_address: "an unknown address",
		several_clients: "A client",
		unknown_user: "of this client",
	},
} as const;
