import { describe, expect, it } from "@jest/globals";
import type { Message } from "#mqtt/broker.ts";
import { type Delivery, InFlightQueue, LOST, SENT } from "#mqtt/wire/in-flight-queue.ts";

const message = (topic: string): Message => ({ topic, payload: "", retain: false, qos: 1 });

/** A network that notes what is sent and answers when told to. */
const network = () => {
	const sent: string[] = [];
	const answers: ((delivery: Delivery) => void)[] = [];
	const send = ({ topic }: Message, answered: (delivery: Delivery) => void) => {
		sent.push(topic);
		answers.push(answered);
	};
	return { sent, answers, send };
};

describe("a flight of messages", () => {
	it("has no more on the way than the broker takes, and keeps the order", async () => {
		const { sent, answers, send } = network();
		const queue = new InFlightQueue(send, 10);
		queue.limit(2);
		const all = ["a", "b", "c", "d"].map((topic) => queue.take(message(topic)));
		expect(sent).toEqual(["a", "b"]);
		answers[0]?.(SENT);
		expect(sent).toEqual(["a", "b", "c"]);
		answers[1]?.({ kind: "refused", code: 135 });
		answers[2]?.(SENT);
		answers[3]?.(SENT);
		expect(await Promise.all(all)).toEqual([SENT, { kind: "refused", code: 135 }, SENT, SENT]);
	});

	it("loses all of it when the connection ends", async () => {
		const { send } = network();
		const queue = new InFlightQueue(send, 10);
		queue.limit(1);
		const all = [queue.take(message("a")), queue.take(message("b"))];
		queue.end();
		expect(await Promise.all(all)).toEqual([LOST, LOST]);
	});

	it("calls a message without an answer lost at its deadline, and does not send what had not left", async () => {
		const { sent, answers, send } = network();
		const queue = new InFlightQueue(send, 0.02);
		queue.limit(1);
		expect(await Promise.all([queue.take(message("a")), queue.take(message("b"))])).toEqual([LOST, LOST]);
		answers[0]?.(SENT);
		expect(sent).toEqual(["a"]);
	});

	it("can blame the oldest", async () => {
		const { send } = network();
		const queue = new InFlightQueue(send, 10);
		const all = [queue.take(message("a")), queue.take(message("b"))];
		queue.refuseOldest(149);
		queue.end();
		expect(await Promise.all(all)).toEqual([{ kind: "refused", code: 149 }, LOST]);
	});
});
