import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { Pair } from "../fakes/certificates.ts";

/** Something on a port that is no broker. */
export interface Listener {
	readonly port: number;
	connections(): number;
	/** How many are open now. */
	open(): number;
	/** All that clients sent, as they meant it (decrypted). */
	received(): Buffer;
	close(): Promise<void>;
}

/** `meet` is what it does with who connects; by default it says nothing at all. */
export const listen = (meet: (socket: Socket) => void = () => undefined, tls?: Pair): Promise<Listener> => {
	const sockets = new Set<Socket>();
	const chunks: Buffer[] = [];
	let connections = 0;
	const greet = (socket: Socket) => {
		socket.on("error", () => undefined).on("data", (chunk: Buffer) => chunks.push(chunk));
		meet(socket);
	};
	const server: Server = tls === undefined ? createServer(greet) : createTlsServer(tls, greet);
	server.on("tlsClientError", () => undefined);
	server.on("connection", (socket) => {
		connections += 1;
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket));
	});
	const close = () => {
		for (const socket of sockets) socket.destroy();
		return new Promise<void>((resolve) => server.close(() => resolve()));
	};
	return new Promise((resolve) => {
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" && address !== null ? address.port : 0;
			resolve({
				port,
				connections: () => connections,
				open: () => sockets.size,
				received: () => Buffer.concat(chunks),
				close,
			});
		});
	});
};
