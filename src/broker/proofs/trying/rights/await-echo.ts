import { randomBytes } from "node:crypto";
import type { Line } from "#mqtt/probe.ts";
import type { Target } from "../../proof.ts";
import { trialsOf } from "../attempt.ts";

/** Seconds for a message to reach the broker and return. */
export const ECHO = 1.5;

/** Enough where a missing message proves nothing. */
export const SOON = 0.5;

/** Sends an empty message to this topic. Asks whether it returns within so many seconds. */
export function echoOn(line: Line, topic: string) {
	const payload = randomBytes(8).toString("hex");
	const { promise, resolve } = Promise.withResolvers<boolean>();
	line.onMessage((received) => {
		if (received.topic === topic && Buffer.from(received.payload).toString() === payload) resolve(true);
	});
	const within = (patience: number) => {
		const timer = setTimeout(() => resolve(false), patience * 1000);
		return promise.finally(() => clearTimeout(timer));
	};
	return { message: { topic, payload, retain: false, qos: 1 } as const, within };
}

/**
 * Waits until the broker has delivered everything it has for this connection: a meaningless command is sent to ourselves,
 * and messages keep their order (MQTT 5, 4.6). False if it does not return in time.
 * @param patience seconds
 */
export async function awaitEcho(line: Line, { topics }: Pick<Target, "topics">, patience = ECHO): Promise<boolean> {
	const echo = echoOn(line, trialsOf(topics).command);
	const back = echo.within(patience);
	await line.subscribe(topics.commands, { live: true });
	await line.publish(echo.message);
	return back;
}
