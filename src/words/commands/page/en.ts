export const en = {
	command: {
		page_ingress: "The page is in Home Assistant: open the app there, then its web interface. It needs no other login.",
		page_none: "There is no page: its port cannot be had, or was switched off (--http-port 0). The log says more.",
		page_user: "User name: {user}",
		page_password: "Password: {password}",
		page_password_in: "Password: in {file} (or --show-password)",
		page_no_password: "There is no usable password in {file}. Restart the controller: it makes one.",
		page_unreadable: "{file} cannot be read. Ask as the user that the controller runs as.",
	},
} as const;
