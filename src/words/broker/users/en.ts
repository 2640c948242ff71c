export const en = {
	broker: {
		user_nameless: "A user needs a name.",
		user_control: "A user name has no control characters.",
		user_colon: "A user name has no colon: Mosquitto's password file ends it there.",
		user_hash: "A user name does not begin with #: that is a comment in Mosquitto's password file.",
		user_long: "A user name has at most 200 bytes.",
		user_blank: "“{user}” begins or ends with a blank: Mosquitto's acl_file cannot say that.",
		user_twice: "{user} is named for two things. Rights add up, so one user for each.",
		no_user_yet: "Nobody has a login yet. Make one for each: solar-heating broker user add NAME",
		logins_elsewhere: "No password file is in force here: a plugin or keys decide who gets in. Make logins there.",
		one_user: "1 user has a login. Whoever came without one needs one now: solar-heating broker user add NAME",
		users_there:
			"{count} users have a login. Whoever came without one needs one now: solar-heating broker user add NAME",
		user_added: "{user} has a login now.",
		user_changed: "{user} has a new password; the old one is refused.",
		still_open: "This broker still lets people in without a login. To close it: solar-heating broker harden",
		user_removed: "{user} has no login any more; whoever was connected with it was thrown out.",
		password_once: "Password, shown this once:",
		put_into_manager: "Put it into your password manager.",
		no_such_user: "There is no user {user}. See: solar-heating broker user list",
		nobody_has_login: "Nobody has a login in {path}.",
		bad_lines: "{path}: Mosquitto 2.1 does not start with line {lines}. Remove it, or make that user anew.",
		no_password_file:
			"This broker has no password_file, so a user would change nothing. First: solar-heating broker harden",
		plugin_has_logins:
			"{config} leaves logins to a plugin, so a line in a password file would change nothing. Make the user where that plugin keeps them.",
		password_file_each:
			"Each listener has its own settings here, and none names a password_file. First: solar-heating broker harden",
		password_short: "{path}: a password has at least {least} characters.",
		password_control: "{path}: a password has no control characters.",
		password_young: "The password of {user} is {days} days old. Nothing was changed.",
		rotated: "{user} has a new password: the broker takes it and refuses the old one. The app reads it in {path}.",
		rotation_finished:
			"A change of this password was broken off after the broker had taken the new one. It is finished now.",
		copy_next_time:
			"For your password manager: --password-to FILE writes a copy next time; until then it is in that file.",
		copy_is_in: "A copy is in {path}, of mode 600: put it into your password manager, then remove it.",
		goes_on: "Make that possible, then run the command again: it goes on from where it stands.",
		password_unknown:
			"The broker of {config} does not know {user} with the password in {path}. Is it the broker that mqtt.host names? Nothing was changed.",
		give_password_first:
			"Where it is, give it the app's password first: solar-heating broker user add {user} --password-from {path}",
		app_not_back: "The running controller did not come to this broker with its new password within {seconds} s.",
		see_app_options:
			"See that mqtt.host of its options is this broker, and that it may read the folder of its password file: in a container the folder has to be mounted, not the file alone.",
		no_login_to_change:
			"No login to change: user name or password is missing, or cannot be used. `solar-heating check` says which.",
		supervisors_login:
			"This login is Home Assistant's own: it makes the password, keeps it and hands it to its apps. It is not yours to change, and nothing was changed.",
		supervisors_new:
			"For a new one: Settings > Apps > Mosquitto broker > Uninstall, then install it again; this app asks for the new login by itself.",
		supervisors_own:
			"For a login of your own instead: make one at the broker, and type it into this app's options (mqtt.username, mqtt.password).",
		page_login:
			"The password is typed into this app's options page, which no command may write. Nothing was changed. By hand:",
		page_at_broker:
			"1. Settings > Apps > Mosquitto broker > Configuration > logins: give the user a new password, and save. Restart it when asked.",
		page_at_app:
			"2. Settings > Apps > Solar Heating > Configuration > mqtt > Password: the same. Save; the app starts again.",
		page_manager: "3. Put the new password into your password manager.",
		typed_login:
			"The password is typed into the options, the environment or .env, which the running app reads at its start only. Nothing was changed.",
		typed_once: "Put it into a file once; from then on `solar-heating broker rotate` changes it without a restart:",
		typed_file:
			"1. As the app's user, in a folder of its own: umask 077; cat > {path}, then type the password of today, Enter, Ctrl+D.",
		typed_options:
			'2. In the options, mqtt: take out "password", and write {username}, {password_file}. Take MQTT_PASSWORD out of environment and .env.',
		typed_start: "3. Start the app again, and see: solar-heating check",
		typed_rotate: "4. solar-heating broker rotate",
		bad_option: "{path}: found {value:problem}. {remedy:problem}",
		options_not_valid: "The options are not valid. Run: solar-heating check",
		login_not_whole: "The app's login is needed for this, and it is not complete. What is missing: solar-heating check",
		certificate_file_unreadable: "A file of the broker's certificates cannot be read. Run: solar-heating check",
	},
} as const;
