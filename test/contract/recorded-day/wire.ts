import { connect, createServer, type Server, type Socket } from "node:net";
import mqtt, { type Packet, type Parser } from "mqtt-packet";
import { cutter } from "./packet-cutter.ts";

/** One connection of the app, between app and broker. */
export interface Strand {
	/** The app's own port. */
	readonly port: number;
	/** The n-th connection of the day. */
	readonly number: number;
	/** Bytes that came from the app, and that went to it. */
	received: number;
	sent: number;
	readonly client: Socket;
	readonly broker: Socket;
	/** CONNACK went by, and neither side said goodbye. */
	welcomed: boolean;
	/** Who asked for the next PINGRESP. */
	readonly pings: ("app" | (() => void))[];
	/** QoS 1 publishes that wait for their PUBACK. */
	unanswered: number;
	ended: boolean;
	/** It is no MQTT that is spoken here: a proof tries TLS. */
	foreign: boolean;
}

const CONNECT = 0x10;
const PINGREQ = Buffer.of(0xc0, 0);
const PINGRESP = 13;

/** The wire between the app and its broker, which reads along, can be cut, and knows when nothing is under way on it. */
export class Wire {
	/** Called with every packet that the app sends, and with what it is answered. */
	hear: (from: "app" | "broker", packet: Packet) => void = () => undefined;
	readonly #target: number;
	readonly #server: Server;
	readonly #strands = new Map<number, Strand>();
	#count = 0;
	#port = 0;

	private constructor(target: number) {
		this.#target = target;
		this.#server = createServer({ noDelay: true }, (client) => this.#carry(client));
	}

	/** @param target the broker's port on the loopback */
	static async start(target: number): Promise<Wire> {
		const wire = new Wire(target);
		await wire.#listen();
		return wire;
	}

	get port(): number {
		return this.#port;
	}

	/** As if the broker's machine were gone: every connection breaks, and there is no new one. */
	async cut(): Promise<void> {
		const closed = new Promise<void>((done) => this.#server.close(() => done()));
		for (const { client } of this.#strands.values()) client.destroy();
		await closed;
	}
	async mend(): Promise<void> {
		await this.#listen();
	}

	/**
	 * Whether all that the app has written went to the broker, was dealt with there, and every answer has reached the app,
	 * which knows of these sockets. Waits for what is under way.
	 */
	async quiet(sockets: readonly { readonly port: number; readonly written: number; readonly read: number }[]) {
		const known = new Map(sockets.map((one) => [one.port, one]));
		const open = [...this.#strands.values()].filter(({ foreign }) => !foreign);
		if (open.length !== known.size || open.some(({ port }) => !known.has(port))) return false;
		for (const strand of open) {
			const written = known.get(strand.port)?.written ?? 0;
			if (strand.received < written) return false;
			if (written > 0 && !(await this.#answered(strand))) return false;
		}
		return open.every((strand) => !strand.ended && strand.sent === known.get(strand.port)?.read);
	}

	async close(): Promise<void> {
		if (this.#server.listening) await this.cut();
	}

	/** The broker answers a ping only after all that came before it. */
	async #answered(strand: Strand): Promise<boolean> {
		if (!strand.welcomed) return false;
		await new Promise<void>((done) => {
			const over = () => {
				strand.client.off("close", over);
				done();
			};
			strand.pings.push(over);
			strand.client.once("close", over);
			strand.broker.write(PINGREQ);
		});
		return strand.unanswered === 0;
	}

	#carry(client: Socket): void {
		const broker = connect({ port: this.#target, host: "127.0.0.1", noDelay: true });
		const strand: Strand = {
			...{ port: client.remotePort ?? 0, client, broker, number: ++this.#count },
			...{ received: 0, sent: 0, welcomed: false, pings: [], unanswered: 0, ended: false, foreign: false },
		};
		this.#strands.set(strand.port, strand);
		const parser: { now?: Parser } = {};
		const read = (from: "app" | "broker", bytes: Buffer) => {
			const level = bytes[0] === CONNECT ? bytes[bytes.indexOf("MQTT") + 4] : undefined;
			if (level !== undefined) parser.now = mqtt.parser({ protocolVersion: level });
			parser.now?.removeAllListeners("packet");
			parser.now?.on("packet", (packet) => this.#seen(from, packet, strand));
			parser.now?.parse(bytes);
		};
		const up = cutter((bytes) => read("app", bytes));
		const down = cutter((bytes) => {
			if (this.#swallowed(bytes, strand)) return;
			strand.sent += bytes.length;
			client.write(bytes);
			read("broker", bytes);
		});
		client.on("data", (chunk: Buffer) => {
			if (strand.received === 0 && chunk[0] !== CONNECT) strand.foreign = true;
			broker.write(chunk);
			if (!strand.foreign) up(chunk);
			strand.received += chunk.length;
		});
		broker.on("data", (chunk: Buffer) => (strand.foreign ? void client.write(chunk) : down(chunk)));
		const over = () => {
			strand.ended = true;
			this.#strands.delete(strand.port);
			client.destroy();
			broker.destroy();
		};
		client
			.on("error", () => undefined)
			.on("close", over)
			.on("end", () => broker.end());
		broker.on("error", () => undefined).on("close", over);
	}

	#seen(from: "app" | "broker", packet: Packet, strand: Strand): void {
		if (packet.cmd === "connack") strand.welcomed = packet.reasonCode === 0 || packet.returnCode === 0;
		if (packet.cmd === "disconnect") strand.welcomed = false;
		if (packet.cmd === "pingreq") strand.pings.push("app");
		if (from === "app" && packet.cmd === "publish" && packet.qos === 1) strand.unanswered += 1;
		if (from === "broker" && packet.cmd === "puback") strand.unanswered -= 1;
		this.hear(from, packet);
	}

	#swallowed(bytes: Buffer, strand: Strand): boolean {
		if ((bytes[0] ?? 0) >> 4 !== PINGRESP) return false;
		const asked = strand.pings.shift();
		if (typeof asked !== "function") return false;
		asked();
		return true;
	}

	#listen(): Promise<void> {
		return new Promise((resolve) =>
			this.#server.listen(this.#port, "127.0.0.1", () => {
				const address = this.#server.address();
				this.#port = typeof address === "object" && address !== null ? address.port : 0;
				resolve();
			}),
		);
	}
}
