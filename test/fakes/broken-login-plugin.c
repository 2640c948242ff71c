/*
 * A plugin for Mosquitto that checks logins badly, in the way that its option `breaks` names (mosquitto_plugin.h and
 * mosquitto_broker.h, the interface of version 5; declared here, so that a compiler is all that is needed). The right login is
 * "solar" with "correct horse"; a second user is "pump" with "another horse". A name or password of no length comes here as one
 * that was not sent.
 */
enum { SUCCESS = 0, AUTH = 11, DEFER = 17 };
enum { EVT_BASIC_AUTH = 3 };

struct option { char *key, *value; };
struct client;
struct login {
	void *future;
	struct client *client;
	char *username, *password;
	void *more[4];
};
typedef int (*heard)(int event, void *login, void *data);
extern int mosquitto_callback_register(void *id, int event, heard on, const void *about, void *data);
extern int mosquitto_client_protocol_version(const struct client *client);
extern const char *mosquitto_client_id(const struct client *client);

static const char *breaks = "";

static int low(int c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }
static int same(const char *a, const char *b, int any_case) {
	if (!a || !b) return 0;
	while (*a && (any_case ? low(*a) == low(*b) : *a == *b)) a++, b++;
	return *a == *b;
}
/* Whether `text` begins with `part`. */
static int begins(const char *text, const char *part) {
	while (*part && *text == *part) text++, part++;
	return !*part;
}
static int is(const char *mode) { return same(breaks, mode, 0); }

static const char *password_of(const char *user) {
	int any_case = is("name_case");
	if (same(user, "solar", any_case)) return "correct horse";
	return same(user, "pump", any_case) ? "another horse" : 0;
}

static int check(int event, void *about, void *data) {
	struct login *login = about;
	const char *user = login->username, *password = login->password;
	const char *right = password_of(user);
	int older = mosquitto_client_protocol_version(login->client) == 4;
	if (right && password && same(password, right, 0)) return SUCCESS;
	if (is("anonymous_311") && !user && older) return SUCCESS;
	if (is("anonymous_5") && !user && !older) return SUCCESS;
	if (is("no_password_311") && right && !password && older) return SUCCESS;
	if (is("no_password") && right && !password) return SUCCESS;
	if (is("any_user_none") && user && *user && !password) return SUCCESS;
	if (is("any_password") && right && password) return SUCCESS;
	if (is("any_user") && user && *user) return SUCCESS;
	if (is("prefix") && right && password && *password && begins(right, password)) return SUCCESS;
	if (is("longer") && right && password && begins(password, right)) return SUCCESS;
	if (is("line_end") && right && password && begins(password, right) && same(password + 13, "\n", 0)) return SUCCESS;
	if (is("password_case") && same(password, right, 1)) return SUCCESS;
	if (is("name_as_password") && right && same(password, user, 0)) return SUCCESS;
	if (is("password_alone") && user && same(password, "correct horse", 0)) return SUCCESS;
	if (is("others_password") && right && same(password, "correct horse", 0)) return SUCCESS;
	return AUTH;
}

int mosquitto_plugin_version(int count, const int *versions) { return 5; }
int mosquitto_plugin_init(void *id, void **data, struct option *options, int count) {
	for (int n = 0; n < count; n++)
		if (same(options[n].key, "breaks", 0)) breaks = options[n].value;
	return mosquitto_callback_register(id, EVT_BASIC_AUTH, check, 0, 0);
}
int mosquitto_plugin_cleanup(void *data, struct option *options, int count) { return SUCCESS; }
