import type { Message } from "#mqtt/broker.ts";

/** A message that the broker stores for later subscribers. */
export const retained = ({ topic, payload }: { readonly topic: string; readonly payload: string }): Message => ({
	topic,
	payload,
	retain: true,
	qos: 1,
});
