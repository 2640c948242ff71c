import { say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";

/** Days for which the broker has accepted the present login. Unknown while the clock is not set. */
export const credentialsAge: EntityFamily = (_, language) => [
	{
		key: "credentials_age",
		platform: "sensor",
		name: say(language, "entity", "credentials_age"),
		component: {
			device_class: "duration",
			unit_of_measurement: "d",
			suggested_display_precision: 0,
			entity_category: "diagnostic",
			enabled_by_default: false,
		},
		state({ findings }) {
			const days = findings.find((f) => f.code === "credentials")?.facts["days"];
			return typeof days === "number" ? days : undefined;
		},
		attributes({ findings }) {
			const since = findings.find((f) => f.code === "credentials")?.facts["since"];
			return since === undefined ? {} : { since };
		},
	},
];
