import type { IClientOptions } from "mqtt";
import type { Broker, Protocol } from "../broker.ts";
import { LARGEST } from "./intake.ts";

/**
 * Options of MQTT.js for one connection over an open socket. Every default that could queue, retry or write by itself is
 * switched off here. The password is an option, because a URL would cut it at some characters. MQTT.js prints whole packets
 * with their passwords when DEBUG asks for it. The client gets a silent `log`, but the packet writer has a logger of its
 * own. So main.ts must remove DEBUG from the environment before this folder is loaded.
 */
export const clientOptions = (broker: Broker, protocol: Protocol, timeout: number): IClientOptions => ({
	protocolId: "MQTT",
	protocolVersion: protocol,
	clientId: broker.client_id,
	// An empty name would be sent as one. Only a probe connects without a login, or a session whose owner allowed it.
	...(broker.as_is ?? (broker.username === "" ? {} : { username: broker.username, password: broker.password })),
	clean: true,
	keepalive: broker.keepalive ?? 15,
	connectTimeout: timeout * 1000,
	// MQTT 3.1.1 cannot say this. `Intake` enforces it in both.
	...(protocol === 5 && { properties: { maximumPacketSize: LARGEST } }),
	will: { ...broker.will, payload: Buffer.from(broker.will.payload) },
	// The session alone makes attempts.
	reconnectPeriod: 0,
	reconnectOnConnackError: false,
	resubscribe: false,
	queueQoSZero: false,
	// Saves a table of some megabytes.
	writeCache: false,
	log: () => undefined,
});
