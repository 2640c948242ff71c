export const en = {
	command: {
		mark_ok: "ok",
		mark_fail: "FAIL",
		mark_skipped: "skipped",
		mark_note: "note",
		from_environment: "the environment",
		from_dotenv: "the environment and .env",
		from_demo: "the demo",
		login_readable: "{path}: others can read this file. Run: chmod 600",
		login_form: "{path}: put the user name in the first line and the password in the second, and nothing else.",
		login_unreadable: "{path}: the file cannot be read ({cause}).",
	},
} as const;
