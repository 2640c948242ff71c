import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { FAMILIES } from "#mqtt/failure.ts";
import { explained } from "#texts/failure.ts";
import { say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";

const STATES = ["connected", "connecting", "waiting", "closed", "credentials_required", ...FAMILIES] as const;

/**
 * State of the connection to the broker: what fails, while something does. Attributes give the user, the protocol, since
 * when, and for a failure its class, cause and remedy in the language of the house.
 */
export const brokerConnection: EntityFamily = (_, language) => [
	{
		key: "broker_connection",
		platform: "sensor",
		name: say(language, "entity", "broker"),
		component: {
			device_class: "enum",
			options: STATES,
			entity_category: "diagnostic",
			enabled_by_default: false,
		},
		state: (snapshot) => {
			const { state, family } = factsOf(snapshot);
			return (family ?? state)?.toString();
		},
		attributes: (snapshot) => {
			const { family: _, ...facts } = factsOf(snapshot);
			return { ...facts, ...explained(language, facts["failure"]) };
		},
		min_interval: 60,
	},
];

const factsOf = ({ findings }: Snapshot): Facts => findings.find((f) => f.code === "broker")?.facts ?? {};
