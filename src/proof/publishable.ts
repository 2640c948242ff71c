import { FAILURES } from "#mqtt/failure.ts";
import type { Delivery } from "#mqtt/flight.ts";
import { attempt } from "./attempt.ts";
import { broken, fail, noted, ok, type Result, type Target } from "./proof.ts";

/** The broker's answer "not authorized" to a message (MQTT 5, 3.4.2.1). */
const NOT_AUTHORIZED = 135;

/** Whether this user may publish to these topics: an empty message to each, acknowledged (QoS 1), not retained. */
export async function publishable(target: Target, topics: readonly string[]): Promise<Result> {
	const tried = `Tried to publish to ${topics.join(", ")}`;
	const trying = await attempt(target, async ({ publish }) => {
		const deliveries: Published[] = [];
		for (const topic of topics)
			deliveries.push({ topic, delivery: await publish({ topic, payload: "", retain: false, qos: 1 }) });
		return deliveries;
	});
	if (trying.kind !== "connected") return broken(tried, trying.class, trying.detail);
	const denied = refusedOf(trying.value);
	if (denied.length > 0) return refusal(target.broker.username, tried, denied);
	if (trying.value.some(({ delivery }) => delivery.kind === "lost"))
		return broken(`${tried}, and got no acknowledgement`, "timeout", "");
	if (trying.protocol === 4)
		return noted(
			"denial-invisible",
			`${tried}. The broker took each message, but it speaks MQTT 3.1.1 only, which cannot say that a message was denied.`,
			"For a proof, use a broker that speaks MQTT 5; the step `subscribe` shows whether our own messages come back.",
		);
	return ok(`Published to ${topics.join(", ")}: allowed, and acknowledged (QoS 1).`);
}

interface Published {
	readonly topic: string;
	readonly delivery: Delivery;
}

const refusedOf = (published: readonly Published[]) =>
	published.flatMap(({ topic, delivery }) => (delivery.kind === "refused" ? [{ topic, code: delivery.code }] : []));

function refusal(user: string, tried: string, refused: ReturnType<typeof refusedOf>): Result {
	const denied = refused.filter(({ code }) => code === NOT_AUTHORIZED).map(({ topic }) => topic);
	if (denied.length > 0)
		return fail(
			"acl-denied",
			`${tried}: user ${user} may not publish to ${denied.join(", ")} (code ${NOT_AUTHORIZED}).`,
			FAILURES["acl-denied"].remedy,
			{ topics: denied.join(", ") },
		);
	const codes = refused.map(({ topic, code }) => `${topic}: code ${code}`).join(", ");
	return broken(tried, "message-refused", codes);
}
