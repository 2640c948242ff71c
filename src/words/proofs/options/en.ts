export const en = {
	proof: {
		valid_options:
			"Solar Heating {version} has valid options from {from:command}: {sensors} sensors, {outputs} outputs.",
		several_problems: "{count} problems:",
		found_at: "{path}: found {value:problem}.",
		mend_at: "{path}: {remedy:problem}",
		mend_alone: "{remedy:problem}",
		options_first: "Not tried: the options have to be valid first.",
		has_login: "There is a user name ({user}) and a password.",
		no_login:
			"There is no login, and the options allow a connection without one (mqtt.allow_anonymous_broker). Anyone in the house can switch your pump.",
		credentials_mend: "Create a login for this app at the broker, and enter its user name and password in the options.",
		files_not_looked_at: "Not tried: it is not known which files there are.",
		files_closed: "No file with a password or key in it can be read by every user of this machine.",
		files_open: "Every user of this machine can read the password or key in {files}.",
		files_open_mend: "Run: chmod 600 {files} – then change the password, or make a new key.",
	},
} as const;
