export const en = {
	broker: {
		prefix_form:
			"“{prefix}” is not the beginning of a topic: give one without +, #, and / at its ends, such as zigbee2mqtt.",
		prefix_of_app:
			"{prefix} contains the app's own topics ({topics}): such a device could command the pump. Give it another prefix.",
		prefix_of_discovery:
			"{prefix} contains the app's discovery messages ({topics}): such a device could change them. Give a narrower one, such as {less}.",
		acl_needs_login:
			"To prove what the app may do, its login is needed: its options (--options FILE), or MQTT_USERNAME and MQTT_PASSWORD.",
		acl_written: "Written to {path}. Name it in mosquitto.conf as acl_file, then send Mosquitto a SIGHUP.",
		acl_not_named:
			"{path} exists, but no configuration names it, so its rules have no effect. Name it as acl_file or move it away, then try again.",
		acl_cannot_change: "{path} cannot be changed:",
		acl_marks_broken: "The marks around our own rules are incomplete. Remove the lines from “>>>” to “<<<” by hand.",
		acl_stray_rule:
			"Below our rules there is “{rule}” without a user of its own. Move it above them, or put a line `user NAME` before it.",
		acl_files_differ: "The listeners have rules in different files ({files}). Name one for all of them.",
		path_relative:
			"{file}, line {line}: `{text}` names a path that does not begin with /. Mosquitto takes it relative to the folder in which it was started, and no running broker with this file was found. Write the whole path, or start the broker. Nothing was changed.",
		path_comment:
			"{file}, line {line}: `{text}` has a comment behind its value. Mosquitto takes the whole rest of the line, the comment too, as the path. Put the comment on a line of its own. Nothing was changed.",
		password_files_differ:
			"The listeners have users in different files ({files}). Name one password_file for all of them.",
		would_lose_rights:
			"These users have a login and no rule. With an acl_file they lose all rights, without any message to them:{users}",
		give_rights:
			"Give each its rights: --home-assistant USER, --device USER=PREFIX, or --all USER. Or leave them without: --leave-without-rights.",
		asked_last: "The last time it was: {command}",
		has_rules:
			"{path} has the rules of {users}. Those of the app are proven with its own login: exactly what it needs.",
		further_rules: "{user} has further rules in the same file, above ours; they apply as well.",
		without_rights: "WITHOUT ANY RIGHTS: {user} has a login and no rule.",
	},
} as const;
