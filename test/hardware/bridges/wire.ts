import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** The network between somebody and a port of this machine. */
export interface Wire {
	readonly port: number;
	/** From now on nothing goes through, and no connection is closed. */
	cut(): void;
	close(): void;
}

export async function wireTo(port: number): Promise<Wire> {
	const sockets = new Set<Socket>();
	const server = createServer((near) => {
		const far = connect(port, "127.0.0.1");
		for (const socket of [near, far]) sockets.add(socket.on("error", () => undefined));
		near.pipe(far).pipe(near);
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	return {
		port: typeof address === "object" && address !== null ? address.port : 0,
		cut() {
			for (const socket of sockets) socket.unpipe().pause();
		},
		close() {
			for (const socket of sockets) socket.destroy();
			server.close();
		},
	};
}
