export const en = {
	broker: {
		no_config: "There is no {path}. Install Mosquitto, or name its file with --config.",
		no_program: "Mosquitto is not installed here: no program of that name in PATH or /usr/sbin.",
		no_such_account: "The broker is to run as the user {name}, which does not exist on this machine.",
		broker_is_an_app:
			"The broker of Home Assistant is an app of its own, and its files cannot be changed from here. What to set there, step by step: solar-heating broker guide",
		os_not_allowed: "You may not read or change {path}. Run the command as root, for example with sudo.",
		os_is_folder: "{path} is a folder. Name a file.",
		os_full: "There is no room for {path}: the disk is full. Make room, and try again.",
		os_read_only: "{path} lies on a file system that is mounted read-only. Mount it for writing, and try again.",
		not_remembered:
			"The change is in force and proven. Only the record of it, which `broker verify` reads, was not written:",
		password_not_shown: "The new password could not be shown ({cause}), so no one would know it.",
		password_to_file: "Name a file for it with --password-to, or let the output go to a terminal.",
		files_not_written: "The files cannot be written: {cause}",
		file_not_replaced: "{path} cannot be replaced ({cause}). Nothing was changed.",
		mounted_file:
			"The file is mounted on its own, as Docker does with a single file. Mount its folder instead, then run the command again.",
		read_only_folder:
			"Its folder is mounted read-only. Mount it so that it can be written, then run the command again.",
		full_disk: "Its disk is full. Make room there, then run the command again.",
		make_room: "Nothing was changed. Make room, or name another folder with --backups, and try again.",
		roll_back_by_hand: "Run `solar-heating broker rollback` as root; it lists the backups with --list.",
		unreadable: "{path} cannot be read.",
		unreadable_for: "{path} cannot be read ({cause}).",
		not_writable: "{path} cannot be written ({cause}).",
	},
} as const;
