import { attempt } from "./attempt.ts";
import { against, broken, ok, type Proof, placeOf } from "./proof.ts";

/** The broker lets us in. That alone says nothing of whom else it lets in. */
export const login: Proof = {
	id: "login",
	needs: ["tcp", "tls"],
	run: against(async (target) => {
		const { broker } = target;
		const trying = await attempt(target, async () => undefined);
		if (trying.kind !== "connected")
			return broken(`Tried to log in to ${placeOf(broker)} as ${broker.username}`, trying.class, trying.detail);
		const protocol = trying.protocol === 5 ? "5" : "3.1.1";
		// The wording is one that owners search for.
		const text = `MQTT Connection Successful - Broker: ${broker.host}:${broker.port}, User: ${broker.username}`;
		return ok(`${text} (MQTT ${protocol})`, { protocol, user: broker.username });
	}),
};
