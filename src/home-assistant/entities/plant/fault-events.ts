import { say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";
import { faultsNow } from "../faults-now.ts";

/** Each fault as an event when it begins, for notifications. After a start those that stand are told again. */
export const faultEvents: EntityFamily = (_, language) => [
	{
		key: "fault_began",
		platform: "event",
		name: say(language, "entity", "fault_began"),
		component: { event_types: ["warning", "alarm"], icon: "mdi:alert-circle" },
		occurrences: (snapshot) =>
			faultsNow(snapshot, language)
				// What the watch over the broker tells has an event of its own.
				.filter(({ code }) => code !== "broker_alert")
				.map(({ id, code, severity, text }) => ({ id, event_type: severity, facts: { code, text } })),
	},
];
