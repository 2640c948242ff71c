import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { type IConnackPacket, type IPublishPacket, MqttClient } from "mqtt";
import type { Broker, Listening, Message, Protocol, Received, Secured } from "../broker.ts";
import { type Evidence, shownBy } from "../classify.ts";
import { dial } from "./dial.ts";
import { type Delivery, InFlightQueue, LOST, SENT } from "./in-flight-queue.ts";
import { Intake, type IntakePorts } from "./intake.ts";
import { clientOptions } from "./options.ts";
import { within } from "./timer.ts";
import { tlsFacts } from "./tls-facts.ts";
import { WebSocketStream } from "./websocket.ts";

export interface LinkEvents {
	/** The socket is open and nothing has been sent. `from` is our own address and port. */
	reached?(from: string): void;
	up(): void;
	/** Called once and last: the connection failed or ended. Not called after `leave` or `drop`. */
	down(evidence: Evidence): void;
	message(received: Received): void;
	/** Limits the cost of a flood, because control runs in the same thread. A probe reads everything. */
	readonly intake?: IntakePorts;
}

/**
 * One connection to a broker, with an MQTT.js client of its own. The library's reconnect is not used: it would send
 * outdated messages again, and a message that makes the broker close the connection would be repeated for ever.
 */
export class Link {
	readonly #broker: Broker;
	readonly #protocol: Protocol;
	readonly #events: LinkEvents;
	readonly #queue: InFlightQueue;
	#hangUp: () => void;
	#client: MqttClient | undefined;
	#socket: Socket | undefined;
	/** The part of the socket, or of the protocol inside it, that is read. */
	#stream: Duplex | undefined;
	#phase: Evidence["phase"] | "ended" = "before-connack";
	#error: unknown;
	#reason: number | undefined;
	#largest = Number.POSITIVE_INFINITY;

	constructor(broker: Broker, protocol: Protocol, events: LinkEvents) {
		this.#broker = broker;
		this.#protocol = protocol;
		this.#events = events;
		this.#queue = new InFlightQueue((message, answered) => this.#send(message, answered), broker.publish_timeout ?? 10);
		const timeout = broker.connect_timeout ?? 10;
		const end = performance.now() / 1000 + timeout;
		this.#hangUp = dial(broker, timeout, {
			up: (socket) => this.#login(socket, end - performance.now() / 1000),
			down: (error) => this.#ended(error),
		});
	}

	get connected(): boolean {
		return this.#phase === "connected";
	}

	/** Undefined for a plain connection, or none. */
	secured(): Secured | undefined {
		return this.#socket === undefined || this.#broker.tls === undefined ? undefined : tlsFacts(this.#socket);
	}

	publish(message: Message): Promise<Delivery> {
		if (this.#phase !== "connected") return Promise.resolve(LOST);
		const size = Buffer.byteLength(message.payload) + Buffer.byteLength(message.topic) + OVERHEAD;
		if (size > this.#largest) return Promise.resolve({ kind: "refused", code: PACKET_TOO_LARGE });
		return this.#queue.take(message);
	}

	/** One filter per packet. A packet is refused as a whole, so a denied filter would take the allowed ones with it. */
	subscribe(filter: string, { noLocal = false, live = false, as_published = false }: Listening): Promise<Delivery> {
		const client = this.#client;
		if (client === undefined || this.#phase !== "connected") return Promise.resolve(LOST);
		const asked = { nl: noLocal, rh: live ? 2 : 0, rap: as_published } as const;
		const options = { qos: 1, ...(this.#protocol === 5 && asked) } as const;
		return new Promise((resolve) => {
			client.subscribe(filter, options, (error, _granted, packet) => {
				// The broker's TCP holds small packets back until the previous one is acknowledged, and our TCP delays that
				// acknowledgement by up to 40 ms unless it has something to send. With a full window there is nothing to send, so a
				// ping is.
				if (this.#queue.full && this.#phase === "connected") client.sendPing();
				if (!error) return resolve(SENT);
				const code = packet?.granted?.map(Number).find((granted) => granted >= 128);
				resolve(code === undefined ? LOST : { kind: "refused", code });
			});
		});
	}

	/** Without waiting for the answer: messages that still come find no reader. */
	unsubscribe(filter: string): void {
		if (this.#phase === "connected") this.#client?.unsubscribe(filter);
	}

	/** Disconnects properly, so that the broker does not publish the will. Takes at most `seconds`. */
	async leave(seconds: number): Promise<void> {
		const stream = this.#stream;
		if (stream === undefined || this.#phase !== "connected") return this.drop();
		this.#phase = "ended";
		const closed = new Promise<void>((resolve) => stream.once("close", () => resolve()));
		// The library would first wait for acknowledgements that may never come.
		stream.end(DISCONNECT);
		await within(seconds, closed, undefined);
		this.#release();
	}

	/** Closes the connection at once. */
	drop(): void {
		this.#phase = "ended";
		this.#release();
	}

	#login(socket: Socket, timeout: number): void {
		const stream = this.#broker.websocket === undefined ? socket : new WebSocketStream(socket, this.#broker);
		const intake = new Intake(stream, this.#protocol, this.#events.intake);
		for (const one of [stream, intake])
			one.on("error", (error) => {
				this.#error ??= error;
			});
		this.#socket = socket;
		this.#stream = intake;
		this.#events.reached?.(`${socket.localAddress}:${socket.localPort}`);
		const client = new MqttClient(() => intake, clientOptions(this.#broker, this.#protocol, Math.max(0.1, timeout)));
		this.#client = client;
		client.on("error", (error) => this.#ended(error));
		client.on("close", () => this.#ended(this.#error));
		client.on("disconnect", (packet) => {
			this.#reason = packet.reasonCode;
		});
		client.on("connect", (packet) => this.#welcomed(packet));
		client.on("message", (topic, payload, packet) => this.#received(topic, payload, packet));
	}

	#welcomed({ properties }: IConnackPacket): void {
		if (this.#phase !== "before-connack") return;
		this.#phase = "connected";
		this.#queue.limit(properties?.receiveMaximum ?? MOST_IN_FLIGHT);
		this.#largest = properties?.maximumPacketSize ?? Number.POSITIVE_INFINITY;
		this.#events.up();
	}

	#received(topic: string, payload: Uint8Array, { retain }: IPublishPacket): void {
		if (this.#phase === "connected") this.#events.message({ topic, payload, retained: retain });
	}

	#send({ topic, payload, retain, qos, expires }: Message, answered: (delivery: Delivery) => void): void {
		const lasts = this.#protocol === 5 && expires !== undefined;
		const options = { retain, qos, ...(lasts && { properties: { messageExpiryInterval: expires } }) };
		this.#client?.publish(topic, payload, options, (error) => {
			if (!error) return answered(SENT);
			const code = "code" in error ? error.code : undefined;
			answered(typeof code === "number" ? { kind: "refused", code } : LOST);
		});
	}

	#ended(error: unknown): void {
		const phase = this.#phase;
		if (phase === "ended") return;
		this.#phase = "ended";
		// Mosquitto answers a message above its limit with a code that the packet parser rejects.
		if (phase === "connected" && /^Invalid puback reason code/.test(error instanceof Error ? error.message : ""))
			this.#queue.refuseOldest(PACKET_TOO_LARGE);
		this.#release();
		this.#events.down({
			phase,
			protocol: this.#protocol,
			sent: shownBy(this.#broker),
			...(error === undefined ? {} : { error }),
			...(this.#reason === undefined ? {} : { disconnect_reason: this.#reason }),
		});
	}

	#release(): void {
		this.#hangUp();
		this.#queue.end();
		// The client keeps its error listener: a late error must not become an uncaught one.
		this.#client?.end(true);
		this.#client = undefined;
		this.#socket = undefined;
		this.#stream = undefined;
	}
}

/** A DISCONNECT of both protocols: packet type 14, nothing following (MQTT 5, 3.14; 3.1.1, 3.14). */
const DISCONNECT = Uint8Array.of(0xe0, 0);
/** Upper bound for fixed header, packet id and property length of a PUBLISH. */
const OVERHEAD = 16;
const PACKET_TOO_LARGE = 149;
/** Used where the broker names no limit (always in 3.1.1). Packet ids would allow 65535. */
const MOST_IN_FLIGHT = 1000;
