import { randomBytes } from "node:crypto";
import type { Line } from "#mqtt/probe.ts";
import type { Target } from "../proof.ts";
import { trialsOf } from "./attempt.ts";

/** Seconds for a message to go to the broker and come back. */
export const ECHO = 1.5;

/** Enough where nothing is proven by its absence. */
export const SOON = 0.5;

/** A message to this topic that says nothing, and whether it comes back within so many seconds from the asking. */
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
 * Waits until everything has come that the broker had for this connection: a command without meaning is sent to
 * ourselves, and messages keep their order (MQTT 5, 4.6). False where it does not come back in good time.
 * @param patience seconds
 */
export async function awaitEcho(line: Line, { topics }: Pick<Target, "topics">, patience = ECHO): Promise<boolean> {
	const echo = echoOn(line, trialsOf(topics).command);
	const back = echo.within(patience);
	await line.subscribe(topics.commands, { live: true });
	await line.publish(echo.message);
	return back;
}
