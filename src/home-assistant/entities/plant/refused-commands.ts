import { say } from "#texts/say.ts";
import { toldFacts } from "#texts/told.ts";
import type { EntityFamily } from "../entity.ts";

const REFUSED = "refused";

/** Tells why a command was refused. The control itself only shows the value in force again. */
export const refusedCommands: EntityFamily = (_, language) => [
	{
		key: "command_refused",
		platform: "event",
		name: say(language, "entity", "command_refused"),
		component: { event_types: [REFUSED], entity_category: "diagnostic", icon: "mdi:message-alert" },
		occurrences: ({ findings }) =>
			findings
				.filter((f) => f.code === "command_refused")
				.map((f) => {
					const { problem, path, value, remedy, text, nth } = toldFacts(language, f);
					return { id: String(nth), event_type: REFUSED, facts: { problem, path, value, remedy, text } };
				}),
	},
];
