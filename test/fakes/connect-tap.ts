import { connect, createServer, type Server, type Socket } from "node:net";

/** Who a client said it is, in its first packet. */
export interface Introduction {
	/** The flags of MQTT's CONNECT (3.1.2.3): whether a user name and a password follow. */
	readonly username: boolean;
	readonly password: boolean;
	/** Monotonic, in ms. */
	readonly at: number;
}

/** A wire to a broker that writes down how everybody introduces themselves, and how many of those are on it at once. */
export class ConnectTap {
	readonly introductions: Introduction[] = [];
	/** Called with how many are on the wire. */
	counts: (open: number) => void = () => undefined;
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	readonly #target: number;
	#open = 0;

	private constructor(target: number) {
		this.#target = target;
		this.#server = createServer((client) => this.#carry(client));
	}

	/** @param target the broker's port on the loopback */
	static async start(target: number): Promise<ConnectTap> {
		const tap = new ConnectTap(target);
		await new Promise<void>((ready) => tap.#server.listen(0, "127.0.0.1", ready));
		return tap;
	}

	get port(): number {
		const address = this.#server.address();
		return typeof address === "object" && address !== null ? address.port : 0;
	}
	get open(): number {
		return this.#open;
	}

	close(): void {
		this.#server.close();
		for (const socket of this.#sockets) socket.destroy();
	}

	#carry(client: Socket): void {
		const broker = connect(this.#target, "127.0.0.1");
		let first = Buffer.alloc(0);
		let known = false;
		client.on("data", (chunk) => {
			if (known) return;
			first = Buffer.concat([first, chunk]);
			const introduced = introductionIn(first);
			if (introduced === undefined) return;
			known = true;
			this.#open += 1;
			this.counts(this.#open);
			this.introductions.push(introduced);
		});
		client.once("close", () => {
			if (known) this.#open -= 1;
		});
		for (const [from, to] of [
			[client, broker],
			[broker, client],
		] as const) {
			this.#sockets.add(from);
			from
				.on("error", () => undefined)
				.on("close", () => {
					this.#sockets.delete(from);
					to.destroy();
				});
			from.pipe(to);
		}
	}
}

/** Undefined until enough of the packet has come. */
function introductionIn(packet: Buffer): Introduction | undefined {
	const lengthBytes = packet.subarray(1).findIndex((byte) => byte < 128) + 1;
	if (lengthBytes === 0) return undefined;
	const nameAt = 1 + lengthBytes;
	if (packet.length < nameAt + 2) return undefined;
	// The protocol's name is followed by its level and the flags.
	const flags = packet[nameAt + 2 + packet.readUInt16BE(nameAt) + 1];
	if (flags === undefined) return undefined;
	return { username: (flags & 0x80) !== 0, password: (flags & 0x40) !== 0, at: performance.now() };
}
