export const en = {
	problem: {
		options_unreadable: "The options file cannot be read. Check its name and owner.",
		options_comma: "JSON writes decimals with a point. Write {number} there.",
		options_no_json: "The options file has to be JSON. Correct it there.",
		port_range: "Give a whole number from {min} to {max}.",
		finish_rotation:
			"A change of this password was interrupted, so the broker may already have the new one. Finish it: solar-heating broker rotate",
		both_or_neither:
			"Enter both user name and password, or neither. Until then the login that Home Assistant offers is used.",
		others_can_read: "Others can read this file. Run: chmod 600 {file} – then change the password.",
		password_readable:
			"Others can read this file and the password in it. Run: chmod 600 {file} – then change the password, because it may have been read.",
		out_of_git:
			"The password is in git's history. Run: git rm --cached .env && echo .env >> .gitignore – then change the password.",
		check_owner: "The file cannot be read. Check its owner.",
		file_unreadable: "The file cannot be read ({cause}).",
		no_such_file: "There is no such file.",
		not_a_file: "This is not an ordinary file but a folder, a pipe or a device. Name a file.",
		file_too_large: "The file is larger than {most}. Name the right one.",
		no_pem: "This is not a PEM file.",
		cannot_connect: "The app cannot connect until this is corrected.",
		login_name: "The user name",
		login_password: "The password",
		login_missing: "{what:problem} is missing.",
		login_blank: "{what:problem} is only white space.",
		login_nul: "{what:problem} contains a NUL character.",
		login_control: "{what:problem} contains a control character, such as a line break.",
		login_long: "{what:problem} is longer than {limit} bytes.",
	},
} as const;
