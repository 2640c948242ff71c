/** For rights that go beyond what the app needs. */
export const TOO_WIDE =
	"Who gets hold of this login can do the same. Give the user access rules: `broker acl` prints those that are needed and no more; name the file as `acl_file` in mosquitto.conf, then reload Mosquitto (SIGHUP).";

/** A user who may do everything, $SYS too. Mostly that is a broker without access rules, as Home Assistant's own comes. */
export const NO_RULES =
	"It seems that this user may do everything, as on a broker that has no access rules: Home Assistant's own comes that way, unless one gives it an acl_file.";
