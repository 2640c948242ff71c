import { connect } from "node:net";
import { says } from "#model/sentences/sentence.ts";
import type { Broker } from "#mqtt/broker.ts";
import { against, fail, noted, ok, PATIENCE, type Proof, placeOf, skipped, type Target } from "../../proof.ts";
import { firstAnswer } from "../../trying/first-answer.ts";
import { openSocket } from "../../trying/open-socket.ts";

/** The TLS port accepts no plain MQTT. The trial contains neither user name nor password. */
export const plaintextRefused: Proof = {
	id: "plaintext_refused",
	needs: ["tls"],
	costs: 20,
	run: against(async (target) => {
		const { broker } = target;
		if (broker.tls === undefined) return skipped("not-configured", says("not_without_tls"));
		const tried = says("knocked_plain", { place: placeOf(broker) });
		switch (await answerTo(target)) {
			case "mqtt":
				return fail("plaintext-accepted", [tried, says("answered_plain")], says("answered_plain_mend"));
			case "tls":
				return ok([tried, says("refused_by_alert")]);
			case "closed":
				// A broker that has just stopped closes too. One that still does TLS closed because of what was sent.
				if (await stillThere(broker)) return ok([tried, says("hung_up")]);
				return noted("not-proven", [tried, says("hung_up_and_gone")], says("try_again"));
			case "other":
				return noted("not-proven", [tried, says("no_clear_refusal")], says("see_log"));
		}
	}),
};

const stillThere = async (broker: Broker) => (await openSocket(broker, () => undefined)).kind === "up";

/** The first byte of a CONNACK (MQTT 5, 3.2.1), and of an alert (RFC 8446, 5.1). */
const CONNACK = 0x20;
const ALERT = 0x15;

const answerTo = ({ broker, clientIds }: Target) =>
	firstAnswer<"mqtt" | "tls" | "closed" | "other">(PATIENCE / 2, "other", (settle) => {
		const client_id = clientIds.next();
		const socket = connect({ host: broker.host, port: broker.port });
		let reached = false;
		socket.once("connect", () => {
			reached = true;
			clientIds.sent(client_id, `${socket.localAddress}:${socket.localPort}`, placeOf(broker));
			socket.write(anonymousConnect(client_id));
		});
		const ended = () => settle(reached ? "closed" : "other");
		socket.once("data", ([first]) => settle(first === CONNACK ? "mqtt" : first === ALERT ? "tls" : "other"));
		return socket.on("error", ended).once("close", ended);
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
