export const en = {
	proof: {
		tried_publish_foreign: "Tried to publish to {topics}, where this app has no business.",
		each_refused_code: "It was refused each time (code {code}). Enforced.",
		see_log: "See the broker's log for what it did.",
		allowed: "It was allowed.",
		no_rules:
			"It seems that this user may do everything, as on a broker that has no access rules: Home Assistant's own comes that way, unless one gives it an acl_file.",
		too_wide:
			"Who gets hold of this login can do the same. Give the user access rules: `broker acl` prints those that are needed and no more; name the file as `acl_file` in mosquitto.conf, then reload Mosquitto (SIGHUP).",
		may_publish: "User {user} may publish to {topics}.",
		came_foreign: "Messages came that are not for this app, such as on {topics}.",
		may_read: "User {user} may read them.",
		reads_sys:
			"User {user} may read $SYS, what the broker says of itself: version, load, and its log where that is published.",
		reads_sys_mend: "The app needs it only for reading the broker's log. Otherwise take the rule for $SYS away.",
		each_refused: "Each was refused. Enforced.",
		only_own_came: "Nothing came but our own messages, which say nothing new.",
		nothing_came: "Nothing came, not even our own message on {topic}, which is only for us to write.",
		unseen: "What nobody said meanwhile cannot be seen.",
		nothing_shown: "Nothing came, but neither did the message that would have shown that something can.",
		see_rights: "See the steps `subscribe` and `publish`.",
		second_login_needed: "Not tried: it takes the login of another user (--second-login FILE).",
		second_login_fails: "Not tried: the second login, {user}, does not work.",
		second_login_mend: "Check it.",
	},
} as const;
