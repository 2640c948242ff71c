import { say } from "#texts/say.ts";
import type { EntityFamily } from "./entity.ts";

const STATES = ["connected", "connecting", "waiting", "closed", "credentials_required"] as const;

/** How the connection to the broker is, as the app finds it; attributes say as whom, how, and since when. */
export const brokerConnection: EntityFamily = (_, language) => [
	{
		key: "broker_connection",
		platform: "sensor",
		name: say(language, "entity", "broker"),
		component: ({ base, state, attributes }) => ({
			platform: "sensor",
			...base,
			...state,
			...attributes,
			device_class: "enum",
			options: STATES,
			entity_category: "diagnostic",
		}),
		state: ({ findings }) => findings.find((f) => f.code === "broker")?.facts["state"]?.toString(),
		attributes: ({ findings }) => findings.find((f) => f.code === "broker")?.facts ?? {},
		calm: 60,
	},
];
