import { connect } from "node:net";
import type { Broker } from "#mqtt/broker.ts";
import { dialled } from "./dialled.ts";
import { against, fail, noted, ok, PATIENCE, type Proof, placeOf, skipped, type Target } from "./proof.ts";

/** The TLS port speaks MQTT inside TLS only. What is tried has no user name and no password in it. */
export const plaintextRefused: Proof = {
	id: "plaintext_refused",
	needs: ["tls"],
	costs: 20,
	run: against(async (target) => {
		const { broker } = target;
		if (broker.tls === undefined) return skipped("not-configured", "Not tried: TLS is off.");
		const tried = `Knocked at ${placeOf(broker)} without TLS (and without a login)`;
		switch (await answerTo(target)) {
			case "mqtt":
				return fail(
					"plaintext-accepted",
					`${tried}: the broker answered in MQTT, so it takes logins that anybody on the network can read.`,
					"Whatever stands before this port must take TLS only. Give plain MQTT, if it has to be, a port of its own on 127.0.0.1.",
				);
			case "tls":
				return ok(`${tried}: refused by a TLS alert. Enforced.`);
			case "closed":
				// A broker that has just gone closes too; one that still does TLS closed because of what was said.
				if (await stillThere(broker)) return ok(`${tried}: the broker hung up without a word of MQTT. Enforced.`);
				return noted("not-proven", `${tried}: it hung up, and did not take TLS either then.`, "Try again.");
			case "other":
				return noted("not-proven", `${tried}: there was no clear refusal.`, "See the broker's log for what it did.");
		}
	}),
};

const stillThere = async (broker: Broker) => (await dialled(broker, () => undefined)).kind === "up";

/** The first byte of a CONNACK (MQTT 5, 3.2.1), and of an alert (RFC 8446, 5.1). */
const CONNACK = 0x20;
const ALERT = 0x15;

const answerTo = ({ broker, marks }: Target): Promise<"mqtt" | "tls" | "closed" | "other"> =>
	new Promise((resolve) => {
		const client_id = marks.next();
		const socket = connect({ host: broker.host, port: broker.port });
		let reached = false;
		const settle = (answer: "mqtt" | "tls" | "closed" | "other") => {
			clearTimeout(timer);
			socket.destroy();
			resolve(answer);
		};
		const timer = setTimeout(() => settle("other"), (PATIENCE / 2) * 1000);
		socket.once("connect", () => {
			reached = true;
			marks.sent(client_id, `${socket.localAddress}:${socket.localPort}`, placeOf(broker));
			socket.write(anonymousConnect(client_id));
		});
		socket.on("error", () => settle(reached ? "closed" : "other"));
		socket.once("close", () => settle(reached ? "closed" : "other"));
		socket.once("data", ([first]) => settle(first === CONNACK ? "mqtt" : first === ALERT ? "tls" : "other"));
	});

/** A CONNECT of 3.1.1 with a clean session, a keep-alive of 10 s, a client id and nothing else (MQTT 3.1.1, 3.1). */
function anonymousConnect(clientId: string): Uint8Array {
	const id = Buffer.from(clientId);
	const body = Buffer.concat([
		Uint8Array.of(0, 4),
		Buffer.from("MQTT"),
		Uint8Array.of(4, 0x02, 0, 10, 0, id.length),
		id,
	]);
	return Buffer.concat([Uint8Array.of(0x10, body.length), body]);
}
