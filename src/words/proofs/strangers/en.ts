export const en = {
	proof: {
		came_anonymous: "Came without user name and password.",
		came_empty_name: "Came with an empty user name and an empty password.",
		came_wrong_password: "Came as {user} with a wrong password.",
		came_empty_password: "Came as {user} with an empty password.",
		came_without_password: "Came as {user} without a password.",
		came_shorter_password: "Came as {user} with our password less its last character.",
		came_longer_password: "Came as {user} with our password and one character more.",
		came_line_end_password: "Came as {user} with our password and a line end.",
		came_other_case_password: "Came as {user} with our password in the other case.",
		came_name_as_password: "Came as {user} with the user name as the password.",
		came_random_user: "Came as a user that does not exist.",
		came_random_user_empty: "Came as a user that does not exist, with an empty password.",
		came_random_user_without: "Came as a user that does not exist, without a password.",
		came_random_user_our_password: "Came as a user that does not exist, with our password.",
		came_other_name: "Came as {user} with our password.",
		at: "At {place}:",
		refused_code: "It was refused (code {code}). Enforced.",
		tried_by_both: "Each by MQTT 5 and by 3.1.1.",
		tried_by_one: "Each by MQTT {protocols}, the only one that it speaks.",
		tried_by: "Came by MQTT {protocols}.",
		few_ways:
			"Other ways in were not tried from here, as the firewall of the broker may shut out a machine that is refused often: `check` on the machine of the broker tries them, and so does `check --thorough`.",
		no_clear_refusal: "There was no clear refusal.",
		strangers_not_proven: "So it is not proven that the broker turns strangers away.",
		own_refused_too:
			"Our own login was refused in the same way, so it is not shown that the login is what stops strangers.",
		own_refused_mend:
			"Put our own login right first; where the broker takes certain client ids alone (clientid_prefixes), this cannot be proven. Then try again.",
		let_in: "The broker let us in, by MQTT {protocol}.",
		let_in_by_certificate:
			"But with our client certificate: the broker let us in, and does not say whether for the certificate or because it lets everybody in.",
		certificate_login:
			"Where the certificate is the login (use_identity_as_username), this cannot be proven with it. Otherwise:",
		anonymous_mend: "Anybody who reaches this port can read and switch the plant.",
		wrong_password_mend: "This broker does not check passwords.",
		empty_password_mend:
			"This broker takes a user name without its password. Where a plugin checks logins, make it refuse empty passwords, or use a password file instead.",
		random_user_mend: "This broker lets any user name in.",
		other_name_mend:
			"This broker takes our password under a name that is not ours. Where a plugin checks logins, make it compare user name and password together, letter by letter.",
		close_it:
			"In mosquitto.conf set `allow_anonymous false` and a `password_file` for this listener, then restart Mosquitto.",
		no_name_to_try: "Not tried: there is no user name to come under with a wrong password.",
		doors_tried: "Strangers were sent to {places} only. Other ports of this broker were not looked at.",
		doors_usual: "Usual ones are {ports}.",
		doors_named: "Name those that it has: --listener HOST:PORT, HOST:PORT/tls, ws://HOST:PORT or wss://HOST:PORT.",
	},
} as const;
