/** For rights that go beyond what the app needs. */
export const TOO_WIDE =
	"Who gets hold of this login can do the same. Give the user access rules: `broker acl` prints those that are needed and no more; name the file as `acl_file` in mosquitto.conf, then reload Mosquitto (SIGHUP).";

/** What it looks like where a broker has no access rules. Home Assistant's own broker comes this way. */
export const NO_RULES =
	"It seems that this broker has no access rules: every user may read and write everything, as on Home Assistant's own broker unless one gives it an acl_file.";
