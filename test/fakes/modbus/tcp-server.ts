import { createServer, type Server, type Socket } from "node:net";
import { framed } from "./serial-line.ts";
import type { ModbusUnit } from "./unit.ts";

/** What the server does with an answer: sends it in good order unless this is replaced. */
export type Manner = (answer: Uint8Array, say: (bytes: Uint8Array) => void) => void;

/** A Modbus TCP device or gateway, on a port of its own. `rtu`: a gateway that passes frames of a serial line on. */
export class TcpServer {
	readonly units: ReadonlyMap<number, ModbusUnit>;
	manner: Manner = (answer, say) => say(answer);
	/** Connections that were made so far. */
	connections = 0;
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	readonly #rtu: boolean;
	#port = 0;

	constructor(units: Readonly<Record<number, ModbusUnit>>, { rtu = false } = {}) {
		this.units = new Map(Object.entries(units).map(([unit, is]) => [Number(unit), is]));
		this.#rtu = rtu;
		this.#server = createServer((socket) => this.#serve(socket));
	}

	get at(): string {
		return `127.0.0.1:${this.#port}`;
	}

	/** Listens, again on the same port after `stop`. */
	start(): Promise<this> {
		return new Promise((resolve) => {
			this.#server.listen(this.#port, "127.0.0.1", () => {
				const address = this.#server.address();
				if (typeof address === "object" && address !== null) this.#port = address.port;
				resolve(this);
			});
		});
	}

	/** Ends all connections, and takes no more. */
	stop(): Promise<void> {
		const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
		for (const socket of this.#sockets) socket.destroy();
		return closed;
	}

	#serve(socket: Socket): void {
		this.connections += 1;
		this.#sockets.add(socket);
		socket.on("close", () => this.#sockets.delete(socket)).on("error", () => {});
		socket.on("data", (bytes) => {
			const answer = this.#rtu ? this.#answerFrame(bytes) : this.#answerMessage(bytes);
			if (answer !== undefined) this.manner(answer, (said) => socket.write(said));
		});
	}

	/** Our master sends one request at a time, so each comes alone. */
	#answerMessage(bytes: Buffer): Uint8Array | undefined {
		const unit = this.units.get(bytes[6] ?? 0);
		if (unit === undefined) return undefined;
		const pdu = unit.answer(bytes.subarray(7));
		const length = pdu.length + 1;
		return Uint8Array.of(...bytes.subarray(0, 4), length >> 8, length & 0xff, bytes[6] ?? 0, ...pdu);
	}

	#answerFrame(bytes: Buffer): Uint8Array | undefined {
		const unit = this.units.get(bytes[0] ?? 0);
		return unit && framed(bytes[0] ?? 0, unit.answer(bytes.subarray(1, -2)));
	}
}
