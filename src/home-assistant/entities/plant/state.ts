import { keysOf, say } from "#texts/say.ts";
import { choiceIn } from "../command.ts";
import type { EntityFamily } from "../entity.ts";

/** `test` is only for the page, so Home Assistant does not offer it. */
const CHOICES = ["auto", "off"] as const;

/** The mode to choose, and the plant's activity. */
export const plantState: EntityFamily = (_, language) => [
	{
		key: "mode",
		platform: "select",
		name: say(language, "entity", "mode"),
		component: { options: CHOICES, icon: "mdi:cog-play" },
		state: ({ mode }) => (mode === "test" ? undefined : mode),
		command: (payload) => choiceIn("mode", payload, CHOICES, (mode) => ({ kind: "mode", mode })),
	},
	{
		key: "activity",
		platform: "sensor",
		name: say(language, "entity", "activity"),
		component: { device_class: "enum", options: keysOf("activity"), icon: "mdi:sun-thermometer-outline" },
		state: ({ activity }) => activity,
	},
];
