import type { IClientOptions } from "mqtt";
import type { Broker, Protocol } from "../broker.ts";
import { LARGEST } from "./intake.ts";

/**
 * MQTT.js' options for one connection over a socket that is already open. Everything whose default could queue, retry
 * or write by itself is said here. The password goes in as an option: in a URL, some characters would cut it.
 *
 * MQTT.js prints whole packets, passwords too, where DEBUG asks for it. Its client gets a silent `log`, but its packet
 * writer has a voice of its own: main.ts must remove DEBUG from the environment before this folder is loaded.
 */
export const clientOptions = (broker: Broker, protocol: Protocol, timeout: number): IClientOptions => ({
	protocolId: "MQTT",
	protocolVersion: protocol,
	clientId: broker.client_id,
	// An empty name would be sent as one. Without a login only a probe comes this far, or a session whose owner allowed it.
	...(broker.as_is ?? (broker.username === "" ? {} : { username: broker.username, password: broker.password })),
	clean: true,
	keepalive: broker.keepalive ?? 15,
	connectTimeout: timeout * 1000,
	// By 3.1.1 there is no way to say this; Intake keeps to it all the same.
	...(protocol === 5 && { properties: { maximumPacketSize: LARGEST } }),
	will: { ...broker.will, payload: Buffer.from(broker.will.payload) },
	// One owner of attempts, and it is not the library.
	reconnectPeriod: 0,
	reconnectOnConnackError: false,
	resubscribe: false,
	queueQoSZero: false,
	// Saves the megabytes of a table with every two-byte number.
	writeCache: false,
	log: () => undefined,
});
