export const en = {
	proof: {
		tried_publish_foreign: "Tried to publish to {topics}, which this app does not need.",
		each_cut:
			"It ended the connection at each of them, and at none that the app needs. MQTT 3.1.1 refuses in this way. Enforced.",
		each_refused_code: "It was refused each time (code {code}). Enforced.",
		see_log: "See the broker's log.",
		allowed: "It was allowed.",
		no_rules:
			"This user apparently may do everything, as on a broker without access rules: Home Assistant's own broker is like that unless you give it an acl_file.",
		too_wide:
			"Anyone who obtains this login can do the same. Give the user access rules: `broker acl` prints exactly those that are needed. Name the file as `acl_file` in mosquitto.conf, then reload Mosquitto (SIGHUP).",
		may_publish: "User {user} may publish to {topics}.",
		came_foreign: "Messages arrived that are not for this app, such as on {topics}.",
		may_read: "User {user} may read them.",
		reads_sys:
			"User {user} may read $SYS, the broker's data about itself: version, load, and its log if that is published.",
		reads_sys_mend: "The app needs it only to read the broker's log. Otherwise remove the rule for $SYS.",
		each_refused: "Each was refused. Enforced.",
		only_own_came: "Only our own messages arrived, which show nothing new.",
		nothing_came: "Nothing arrived, not even our own message on {topic}, which we may only write.",
		unseen: "Topics on which no message was sent meanwhile could not be tested.",
		nothing_shown: "Nothing arrived, but neither did the message that would have shown that messages can arrive.",
		see_rights: "See the steps `subscribe` and `publish`.",
		second_login_needed: "Not tried: it needs the login of another user (--second-login FILE).",
		second_login_fails: "Not tried: the second login, {user}, does not work.",
		second_login_mend: "Check that login.",
	},
} as const;
