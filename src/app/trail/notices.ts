import type { Source } from "#model/findings/trail.ts";
import type { Notice } from "#model/sentences/notice.ts";

/** Log codes that also go into the audit trail, with their source. */
const KEPT: Readonly<Record<string, Source>> = {
	started: "app",
	stopped: "app",
	stopped_not_at_rest: "app",
	not_at_rest: "app",
	mqtt_connected: "app",
	mqtt_failed: "app",
	mqtt_allowed: "app",
	mqtt_anonymous: "app",
	mqtt_credentials_required: "app",
	mqtt_login_changed: "app",
	page_login_refused: "page",
	page_refused: "page",
	page_not_allowed: "page",
	page_login: "page",
	page_password_made: "app",
	page_password_exposed: "app",
	page_password_unusable: "app",
	page_password_hashed: "app",
	output_tried: "page",
	output_tried_off: "page",
	output_tried_stuck: "page",
	output_left_on: "app",
	intent_refused: "mqtt",
	control_request_failed: "cli",
	options_problem: "app",
	options_changed: "app",
	options_saved: "page",
	options_moved: "app",
	options_not_moved: "app",
	restart_asked: "page",
	setting_dropped: "app",
	function_new: "app",
	audit_done: "app",
	audit_broken_off: "app",
	audit_one_per_user: "app",
	audit_trail_head: "app",
	audit_trail_broken: "app",
	audit_trail_anew: "app",
	broker_alert: "app",
	broker_log_unreadable: "app",
	broker_watched: "app",
	kept_data_removed: "app",
	kept_data_not_restored: "app",
	backup_made: "cli",
	backup_failed: "cli",
	backup_restored: "app",
	backup_not_restored: "app",
	store_awaited: "app",
	store_unread: "app",
	store_read: "app",
	store_older: "app",
	store_set_aside: "app",
	store_unavailable: "app",
	store_available_again: "app",
};

/** Undefined for notices that do not belong in the trail. */
export const sourceOf = ({ code }: Notice): Source | undefined => (Object.hasOwn(KEPT, code) ? KEPT[code] : undefined);

/** Sentences are left out: the code and the other facts say the same. */
const WORDS: ReadonlySet<string> = new Set(["text", "cause_text", "remedy", "happened", "means"]);
const LONGEST = 200;

/** The facts that are worth keeping for a year. */
export const factsOf = ({ facts }: Pick<Notice, "facts">): Notice["facts"] =>
	Object.fromEntries(
		Object.entries(facts)
			.filter(([name]) => !WORDS.has(name))
			.map(([name, value]) => [name, typeof value === "string" && value.length > LONGEST ? cut(value) : value]),
	);

const cut = (text: string) => `${[...text].slice(0, LONGEST - 1).join("")}…`;
