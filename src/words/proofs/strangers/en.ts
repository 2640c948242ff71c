export const en = {
	proof: {
		came_anonymous: "Tried to log in without user name and password.",
		came_empty_name: "Tried to log in with an empty user name and an empty password.",
		came_wrong_password: "Tried to log in as {user} with a wrong password.",
		came_empty_password: "Tried to log in as {user} with an empty password.",
		came_without_password: "Tried to log in as {user} without a password.",
		came_shorter_password: "Tried to log in as {user} with our password without its last character.",
		came_longer_password: "Tried to log in as {user} with our password and one more character.",
		came_line_end_password: "Tried to log in as {user} with our password and a line end.",
		came_other_case_password: "Tried to log in as {user} with our password in the other case.",
		came_name_as_password: "Tried to log in as {user} with the user name as the password.",
		came_random_user: "Tried to log in as a user that does not exist.",
		came_random_user_empty: "Tried to log in as a user that does not exist, with an empty password.",
		came_random_user_without: "Tried to log in as a user that does not exist, without a password.",
		came_random_user_our_password: "Tried to log in as a user that does not exist, with our password.",
		came_other_name: "Tried to log in as {user} with our password.",
		at: "At {place}:",
		refused_code: "It was refused (code {code}). Enforced.",
		tried_by_both: "Each with MQTT 5 and with 3.1.1.",
		tried_by_one: "Each with MQTT {protocols}, the only version that the broker speaks.",
		tried_by: "Tried with MQTT {protocols}.",
		few_ways:
			"Other ways in were not tried from here, because the broker's firewall may block a machine that is refused often. `check` on the broker's machine tries them, and so does `check --thorough`.",
		no_clear_refusal: "There was no clear refusal.",
		strangers_not_proven: "So it is not proven that the broker refuses unauthorised clients.",
		own_refused_too:
			"Our own login was refused in the same way. So it is not shown that the login is what keeps others out.",
		own_refused_mend:
			"Correct our own login first, then try again. If the broker accepts only certain client ids (clientid_prefixes), this cannot be proven.",
		let_in: "The broker accepted the login, with MQTT {protocol}.",
		let_in_by_certificate:
			"But with our client certificate: the broker does not say whether it accepted the login because of the certificate or because it accepts everyone.",
		certificate_login:
			"If the certificate is the login (use_identity_as_username), this cannot be proven with it. Otherwise:",
		anonymous_mend: "Anyone who reaches this port can read and switch the plant.",
		wrong_password_mend: "This broker does not check passwords.",
		empty_password_mend:
			"This broker accepts a user name without its password. If a plugin checks logins, make it refuse empty passwords, or use a password file instead.",
		random_user_mend: "This broker accepts any user name.",
		other_name_mend:
			"This broker accepts our password under a name that is not ours. If a plugin checks logins, make it compare user name and password together, character by character.",
		close_it:
			"In mosquitto.conf set `allow_anonymous false` and a `password_file` for this listener, then restart Mosquitto.",
		no_name_to_try: "Not tried: there is no user name to try with a wrong password.",
		doors_tried: "Unauthorised logins were tried at {places} only. Other ports of this broker were not tried.",
		doors_usual: "Usual ones are {ports}.",
		doors_named: "Name the ones that it has: --listener HOST:PORT, HOST:PORT/tls, ws://HOST:PORT or wss://HOST:PORT.",
	},
} as const;
