export const en = {
	broker: {
		user_nameless: "A user needs a name.",
		user_control: "A user name must not contain control characters.",
		user_colon: "A user name must not contain a colon: in Mosquitto's password file the name ends there.",
		user_hash: "A user name must not begin with #: that is a comment in Mosquitto's password file.",
		user_long: "A user name must not be longer than 200 bytes.",
		user_blank: "“{user}” begins or ends with a blank, which Mosquitto's acl_file cannot express.",
		user_twice: "{user} is named for two purposes. Rights add up, so use one user for each.",
		no_user_yet: "There is no login yet. Create one for each client: solar-heating broker user add NAME",
		logins_elsewhere:
			"No password file is in force here: a plugin or keys decide which clients are accepted. Create logins there.",
		one_user:
			"1 user has a login. Clients that connected without a login need one now: solar-heating broker user add NAME",
		users_there:
			"{count} users have a login. Clients that connected without a login need one now: solar-heating broker user add NAME",
		user_added: "{user} has a login now.",
		user_changed: "{user} has a new password; the old one is refused.",
		still_open: "This broker still accepts clients without a login. To close it: solar-heating broker harden",
		user_removed: "{user} no longer has a login; clients connected with it were disconnected.",
		password_once: "Password (shown only now):",
		put_into_manager: "Save it in your password manager.",
		no_such_user: "There is no user {user}. See: solar-heating broker user list",
		nobody_has_login: "{path} contains no login.",
		bad_lines: "{path}: Mosquitto 2.1 does not start with line {lines}. Remove it, or create that user again.",
		no_password_file:
			"This broker has no password_file, so adding a user would have no effect. First: solar-heating broker harden",
		plugin_has_logins:
			"{config} leaves logins to a plugin, so a line in a password file would have no effect. Create the user where that plugin keeps them.",
		password_file_each:
			"Each listener has its own settings here, and none names a password_file. First: solar-heating broker harden",
		password_short: "{path}: a password must have at least {least} characters.",
		password_control: "{path}: a password must not contain control characters.",
		password_young: "The password of {user} is {days} days old. Nothing was changed.",
		rotated: "{user} has a new password: the broker accepts it and refuses the old one. The app reads it from {path}.",
		rotation_finished:
			"A change of this password was interrupted after the broker had accepted the new one. It is now complete.",
		copy_next_time:
			"For your password manager: --password-to FILE writes a copy next time; until then it is in that file.",
		copy_is_in: "A copy is in {path}, of mode 600: put it into your password manager, then remove it.",
		goes_on: "Make that possible, then run the command again: it continues from there.",
		password_unknown:
			"The broker of {config} does not know {user} with the password in {path}. Is it the broker that mqtt.host names? Nothing was changed.",
		give_password_first:
			"Where it is, give it the app's password first: solar-heating broker user add {user} --password-from {path}",
		app_not_back: "The running controller did not connect to this broker with its new password within {seconds} s.",
		see_app_options:
			"Check that mqtt.host in its options is this broker, and that it may read the folder of its password file. In a container the folder has to be mounted, not only the file.",
		no_login_to_change:
			"There is no login to change: user name or password is missing, or cannot be used. `solar-heating check` shows which.",
		supervisors_login:
			"This login is Home Assistant's own: it creates the password, keeps it and gives it to its apps. It cannot be changed by hand, and nothing was changed.",
		supervisors_new:
			"For a new one: Settings > Apps > Mosquitto broker > Uninstall, then install it again; this app asks for the new login by itself.",
		supervisors_own:
			"For a login of your own instead: make one at the broker, and type it into this app's options (mqtt.username, mqtt.password).",
		page_login:
			"The password is entered on this app's Configuration page, which no command may change. Nothing was changed. By hand:",
		page_at_broker:
			"1. Settings > Apps > Mosquitto broker > Configuration > logins: give the user a new password, and save. Restart it when asked.",
		page_at_app:
			"2. Settings > Apps > Solar Heating > Configuration > mqtt > Password: the same. Save; the app starts again.",
		page_manager: "3. Save the new password in your password manager.",
		typed_login:
			"The password is in the options, the environment or .env, which the running app reads only at its start. Nothing was changed.",
		typed_once: "Put it into a file once; after that `solar-heating broker rotate` changes it without a restart:",
		typed_file:
			"1. As the app's user, in a folder of its own: umask 077; cat > {path}, then type the password of today, Enter, Ctrl+D.",
		typed_options:
			'2. In the options, mqtt: take out "password", and write {username}, {password_file}. Take MQTT_PASSWORD out of environment and .env.',
		typed_start: "3. Start the app again, and see: solar-heating check",
		typed_rotate: "4. solar-heating broker rotate",
		bad_option: "{path}: found {value:problem}. {remedy:problem}",
		options_not_valid: "The options are not valid. Run: solar-heating check",
		login_not_whole: "This needs the app's login, which is not complete. What is missing: solar-heating check",
		certificate_file_unreadable: "A file of the broker's certificates cannot be read. Run: solar-heating check",
	},
} as const;
