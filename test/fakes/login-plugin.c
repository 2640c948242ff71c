/*
 * A plugin for Mosquitto that asks nobody and answers as Home Assistant's does when whom it asks is away
 * (mosquitto_plugin.h, the interface of version 4; declared here, so that a compiler is all that is needed).
 *
 * As user "away", and for topics that contain "away": an error instead of an answer. Topics that contain "denied" are
 * denied. Everything else is allowed.
 */
enum { SUCCESS = 0, ACL_DENIED = 12, UNKNOWN = 13 };

struct message {
	const char *topic;
};

static int has(const char *text, const char *part) {
	for (; text && *text; text++) {
		int n = 0;
		while (part[n] && text[n] == part[n]) n++;
		if (!part[n]) return 1;
	}
	return 0;
}

int mosquitto_auth_plugin_version(void) { return 4; }
int mosquitto_auth_plugin_init(void **data, void *options, int count) { return SUCCESS; }
int mosquitto_auth_plugin_cleanup(void *data, void *options, int count) { return SUCCESS; }
int mosquitto_auth_security_init(void *data, void *options, int count, _Bool reload) { return SUCCESS; }
int mosquitto_auth_security_cleanup(void *data, void *options, int count, _Bool reload) { return SUCCESS; }

int mosquitto_auth_unpwd_check(void *data, void *client, const char *user, const char *password) {
	return has(user, "away") ? UNKNOWN : SUCCESS;
}

int mosquitto_auth_acl_check(void *data, int access, void *client, const struct message *message) {
	if (has(message->topic, "away")) return UNKNOWN;
	return has(message->topic, "denied") ? ACL_DENIED : SUCCESS;
}
