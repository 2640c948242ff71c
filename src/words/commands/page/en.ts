export const en = {
	command: {
		page_ingress:
			"The page is in Home Assistant: open the app there, then its web interface. No other login is needed.",
		page_none: "There is no page: its port is not available, or was switched off (--http-port 0). See the log.",
		page_user: "User name: {user}",
		page_password: "Password: {password}",
		page_password_in: "Password: in {file} (or --show-password)",
		page_password_hashed:
			"Password: kept as a hash, so it cannot be shown. Set a new one: solar-heating page set-password",
		page_password_ask: "New password of the page (at least 12 characters):",
		page_password_repeat: "The same once more:",
		page_password_differs: "The two are not the same, so nothing was changed. Please try again.",
		page_password_short: "The password has to have at least 12 characters. Nothing was changed.",
		page_password_long: "The password can have 200 characters at most. Nothing was changed.",
		page_password_characters:
			"The password has a line break or a control character in it, or a space at an end. Nothing was changed.",
		page_password_none: "No password came. Type it when asked, or send it as the first line of the standard input.",
		page_password_set: "The password is changed and counts at once. Everybody has to log in to the page again.",
		page_password_not_saved:
			"{file} cannot be written ({cause}), so nothing was changed. Run this command as the user of the controller.",
		page_no_password: "There is no usable password in {file}. Set one: solar-heating page set-password",
		page_unreadable: "{file} cannot be read. Run this command as the user of the controller.",
	},
} as const;
