export const en = {
	proof: {
		tried_login: "Tried to log in to {place} as {user}.",
		login_required:
			"MQTT credentials required: {why:problem} Give them in the app's options page (mqtt.username, mqtt.password), or in an options file (--options FILE, with mqtt.username and mqtt.password or mqtt.password_file), or in the environment or a .env file (MQTT_USERNAME, MQTT_PASSWORD). Until then nothing connects to the broker; control continues.",
		login_not_had: "{finding:finding}",
		logged_in: "MQTT Connection Successful - Broker: {host}:{port}, User: {user} (MQTT {protocol})",
		logged_in_once: "Logged in to {place} as {user}.",
		one_per_user:
			"A second connection of this user closed the first: the broker allows each user one. Each check therefore closes the connection of the running app, which reconnects automatically.",
		one_per_user_mend:
			"Nothing has to be done. For a complete audit, remove `use_username_as_clientid` from mosquitto.conf and press “Audit the broker” once.",
		app_is_in: "Not tried again: the running app is logged in, and a second login would close its connection.",
		left_out_one_per_user: "Not tried: the broker allows each user one connection, and the running app uses it.",
	},
} as const;
