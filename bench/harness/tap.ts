import { connect, createServer, type Socket } from "node:net";
import { type Packet, splitter } from "./packets.ts";

/** A packet that went by: when (ms on the clock of `performance.now`), and from whom. */
export interface Seen extends Packet {
	readonly at: number;
	readonly from: "client" | "broker";
}

/** A relay between a client and the broker that reads along. Nothing of the client is patched to be timed. */
export interface Tap {
	readonly port: number;
	readonly seen: readonly Seen[];
	/** Resolves with the first packet, past or to come, that fits; rejects after `within` ms. */
	until(fits: (packet: Seen) => boolean, within: number, what: string): Promise<Seen>;
	/** Breaks every connection and accepts no new one, as if the broker were gone. */
	cut(): Promise<void>;
	/** Takes connections again, at the same address. */
	mend(): Promise<void>;
	close(): Promise<void>;
}

interface Waiting {
	readonly fits: (packet: Seen) => boolean;
	readonly found: (packet: Seen) => void;
}

export async function openTap(brokerPort: number): Promise<Tap> {
	const seen: Seen[] = [];
	const waiting = new Set<Waiting>();
	const sockets = new Set<Socket>();
	const note = (from: Seen["from"]) => (packet: Packet) => {
		const stamped = { ...packet, from, at: performance.now() };
		seen.push(stamped);
		for (const one of waiting) if (one.fits(stamped)) one.found(stamped);
	};
	const server = createServer({ noDelay: true }, (client) => {
		const broker = connect({ port: brokerPort, host: "127.0.0.1", noDelay: true });
		const level = { value: 4 };
		relay(client, broker, splitter(note("client"), level));
		relay(broker, client, splitter(note("broker"), level));
		for (const socket of [client, broker]) sockets.add(socket.on("close", () => sockets.delete(socket)));
	});
	const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
	const cut = () =>
		new Promise<void>((resolve) => {
			server.close(() => resolve());
			for (const socket of sockets) socket.destroy();
		});
	await listen(0);
	const address = server.address();
	const port = typeof address === "object" && address !== null ? address.port : 0;
	return {
		port,
		seen,
		cut,
		mend: () => listen(port),
		until: (fits, within, what) =>
			new Promise((resolve, reject) => {
				const already = seen.find(fits);
				if (already !== undefined) return resolve(already);
				const one: Waiting = { fits, found: (packet) => end(() => resolve(packet)) };
				const timer = setTimeout(() => end(() => reject(new Error(`${what}: not within ${within} ms.`))), within);
				const end = (then: () => void) => {
					clearTimeout(timer);
					waiting.delete(one);
					then();
				};
				waiting.add(one);
			}),
		close: cut,
	};
}

function relay(from: Socket, to: Socket, listen: (chunk: Buffer) => void) {
	from.on("data", (chunk) => {
		to.write(chunk);
		listen(chunk);
	});
	from.on("end", () => to.end());
	// Either side may be killed by a benchmark; the other one has to notice.
	from.on("error", () => to.destroy());
	from.on("close", () => to.destroy());
}
