import type { Snapshot } from "#model/decision/snapshot.ts";
import { ALERT_KINDS, ATTACKS } from "#model/findings/alert.ts";
import type { Finding } from "#model/findings/finding.ts";
import { type Language, say } from "#texts/say.ts";
import { toldFacts } from "#texts/told.ts";
import type { Entity, EntityFamily } from "../entity.ts";

/** What the watch of the broker's log found. */
export const brokerWatch: EntityFamily = (_, language, { watch } = {}) =>
	watch === true ? [attack(language), events(language), refusals(language)] : [];

/** The alarm is unknown until a line of the log has arrived. It never reports "fine" for lack of knowledge. */
const attack = (language: Language): Entity => ({
	key: "broker_attack",
	platform: "binary_sensor",
	name: say(language, "entity", "broker_attack"),
	component: { device_class: "safety" },
	min_interval: 10,
	state(snapshot) {
		if (alerts(snapshot).some(isAttack)) return "ON";
		return watching(snapshot)?.facts["state"] === "watching" ? "OFF" : undefined;
	},
	attributes(snapshot) {
		const all = alerts(snapshot);
		const last = all.findLast(isAttack) ?? all.at(-1);
		return { watch: watching(snapshot)?.facts["state"] ?? "off", ...(last && factsOf(last, language)) };
	},
});

/** Each alert once. */
const events = (language: Language): Entity => ({
	key: "security_event",
	platform: "event",
	name: say(language, "entity", "security_event"),
	component: { event_types: ALERT_KINDS },
	occurrences: (snapshot) =>
		alerts(snapshot).map((found) => ({
			id: String(found.facts["nth"]),
			event_type: String(found.facts["kind"]),
			facts: factsOf(found, language),
		})),
});

/** How often the broker refused a client. */
const refusals = (language: Language): Entity => ({
	key: "broker_refusals",
	platform: "sensor",
	name: say(language, "entity", "broker_refusals"),
	component: {
		state_class: "total_increasing",
		suggested_display_precision: 0,
		entity_category: "diagnostic",
		enabled_by_default: false,
		icon: "mdi:account-cancel",
	},
	state(snapshot) {
		const refusals = watching(snapshot)?.facts["refusals"];
		return typeof refusals === "number" ? refusals : undefined;
	},
	attributes: (snapshot) => watching(snapshot)?.facts ?? {},
	min_interval: 10,
});

const watching = ({ findings }: Snapshot) => findings.find((f) => f.code === "broker_watch");
const alerts = ({ findings }: Snapshot) => findings.filter((f) => f.code === "broker_alert");
const isAttack = ({ facts }: Finding) => ATTACKS.some((kind) => kind === facts["kind"]);

function factsOf(found: Finding, language: Language) {
	const { nth: _, ...rest } = toldFacts(language, found);
	return rest;
}
