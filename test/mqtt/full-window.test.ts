import { afterEach, expect, it } from "@jest/globals";
import mqtt, { type Packet } from "mqtt-packet";
import { listen } from "./listener.ts";
import { broker, closeAll, watch } from "./witness.ts";

afterEach(closeAll);

const CONNACK = { cmd: "connack", reasonCode: 0, sessionPresent: false, properties: { receiveMaximum: 2 } } as const;

/**
 * A broker whose system holds every answer back after the first, until the client acknowledges that one: which the
 * client's system does with whatever it sends next, or 40 ms later. This one waits for ever.
 */
const holding = () =>
	listen((socket) => {
		const parser = mqtt.parser({ protocolVersion: 5 });
		const say = (packet: Packet) => void socket.write(mqtt.generate(packet, { protocolVersion: 5 }));
		let held: Packet[] = [];
		let answered = false;
		parser.on("packet", (packet) => {
			if (packet.cmd === "connect") return say(CONNACK);
			if (packet.cmd === "subscribe") held.unshift({ cmd: "suback", messageId: packet.messageId ?? 0, granted: [1] });
			if (packet.cmd === "publish") held.push({ cmd: "puback", messageId: packet.messageId ?? 0, reasonCode: 0 });
			if (packet.cmd === "pingreq") held.push({ cmd: "pingresp" });
			if (answered) for (const one of held.splice(0)) say(one);
			const [first, ...rest] = held;
			if (first?.cmd !== "suback" || rest.length < CONNACK.properties.receiveMaximum) return;
			answered = true;
			held = rest;
			say(first);
		});
		socket.on("data", (chunk: Buffer) => void parser.parse(chunk));
	});

// #full-window-is-no-wait
it("with as many messages on their way as the broker takes, the answer to a subscription is followed by a ping", async () => {
	const gate = await holding();
	try {
		const { session, reach } = watch(broker({ port: gate.port, keepalive: 600 }));
		session.subscribe("solar/+/set");
		await reach("connected");
		const all = ["a", "b", "c"].map((topic) => session.publish({ topic, payload: "1", retain: true, qos: 1 }));
		expect(await Promise.all(all)).toEqual(["sent", "sent", "sent"]);
	} finally {
		await gate.close();
	}
});
