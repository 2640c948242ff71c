export const en = {
	command: {
		page_ingress:
			"The page is in Home Assistant: open the app there, then its web interface. No other login is needed.",
		page_none: "There is no page: its port is not available, or was switched off (--http-port 0). See the log.",
		page_user: "User name: {user}",
		page_password: "Password: {password}",
		page_password_in: "Password: in {file} (or --show-password)",
		page_no_password: "There is no usable password in {file}. Restart the controller; it creates one.",
		page_unreadable: "{file} cannot be read. Run this command as the user of the controller.",
	},
} as const;
