import { type Sentence, says } from "#model/sentences/sentence.ts";
import type { Delivery } from "#mqtt/wire/in-flight-queue.ts";
import { broken, fail, mended, noted, ok, type Result, type Target, userOf } from "../../proof.ts";
import { attempt } from "../attempt.ts";
import { trialPayload } from "./trial-payload.ts";

/** The broker's answer "not authorized" to a message (MQTT 5, 3.4.2.1). */
const NOT_AUTHORIZED = 135;

/** Whether this user may publish to these topics. Sends an empty message to each, acknowledged (QoS 1), not retained. */
export async function publishable(target: Target, topics: readonly string[]): Promise<Result> {
	const where = { topics: topics.join(", ") };
	const tried = says("tried_publish", where);
	const trying = await attempt(target, async ({ publish }) => {
		const deliveries: Published[] = [];
		for (const topic of topics)
			deliveries.push({
				topic,
				delivery: await publish({ topic, payload: trialPayload(topic), retain: false, qos: 1 }),
			});
		return deliveries;
	});
	if (trying.kind !== "connected") return broken(tried, trying.class, trying.detail);
	const denied = refusedOf(trying.value);
	if (denied.length > 0) return refusal(userOf(target.broker), tried, denied);
	if (trying.value.some(({ delivery }) => delivery.kind === "lost"))
		return broken([tried, says("no_acknowledgement")], "timeout", "");
	if (trying.protocol === 4)
		return noted("denial-invisible", [tried, says("denial_invisible")], [says("use_mqtt5"), says("see_subscribe")]);
	return ok(says("published", where));
}

interface Published {
	readonly topic: string;
	readonly delivery: Delivery;
}

const refusedOf = (published: readonly Published[]) =>
	published.flatMap(({ topic, delivery }) => (delivery.kind === "refused" ? [{ topic, code: delivery.code }] : []));

function refusal(user: string, tried: Sentence, refused: ReturnType<typeof refusedOf>): Result {
	const denied = refused.filter(({ code }) => code === NOT_AUTHORIZED).map(({ topic }) => topic);
	if (denied.length > 0)
		return fail(
			"acl-denied",
			[tried, says("may_not_publish", { user, topics: denied.join(", "), code: NOT_AUTHORIZED })],
			mended("acl-denied"),
			{ topics: denied.join(", ") },
		);
	const codes = refused.map(({ topic, code }) => `${topic}: ${code}`).join(", ");
	return broken(tried, "message-refused", codes);
}
