export const en = {
	page: {
		login: "Log in",
		login_user: "User name",
		login_password: "Password",
		login_stay: "Stay logged in on this device",
		login_forgotten: "Forgotten the password? On the controller's machine, set a new one with",
		login_wrong: "This password is wrong. Please try again.",
		login_wait_seconds: "Too many wrong passwords. Please try again in {seconds} s.",
		login_wait_minutes: "Too many wrong passwords. Please try again in {minutes} min.",
		login_busy: "Many people are logging in at this moment. Please try again.",
		login_expired: "This login page was too old, so nothing was checked. Please log in now.",
		login_cookies:
			"This browser keeps no cookie of this page, so it cannot stay logged in. Allow cookies for this address, then try again.",
		logout: "Log out",
	},
} as const;
