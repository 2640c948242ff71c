import { connect, type Socket } from "node:net";
import { type Fault, fault } from "#model/plant/fault.ts";
import { codeOf } from "#model/untyped/error-code.ts";
import { withinMs } from "./deadline.ts";
import type { Listener, Opened, OpenPort } from "./serial/port.ts";

/** All in milliseconds. */
const OPEN_WITHIN = 1000;
const WRITE_WITHIN = 300;
const ALIVE_AFTER = 10_000;

/** Where a server listens. */
export interface Endpoint {
	readonly host: string;
	readonly port: number;
}

/** `HOST:PORT`, or `[ADDRESS]:PORT` for IPv6. */
export function endpointIn(text: string): Endpoint | undefined {
	const [, six, host = six, port = ""] =
		/^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)):(\d{1,5})$/.exec(text) ?? [];
	return host === undefined || Number(port) < 1 || Number(port) > 65_535 ? undefined : { host, port: Number(port) };
}

/** Connects to a device beyond a network. Settles within a second. Faults: `missing`, `no_answer`, `bus`. */
export async function openSocket(endpoint: Endpoint, listener: Listener): Promise<Opened> {
	const device = `${endpoint.host}:${endpoint.port}`;
	const socket = connect({ ...endpoint, noDelay: true, keepAlive: true, keepAliveInitialDelay: ALIVE_AFTER });
	let over = false;
	const end = () => {
		over = true;
		socket.destroy();
	};
	const opened = Promise.withResolvers<Fault | undefined>();
	socket.once("connect", () => opened.resolve(undefined));
	const lost = (why: Fault) => {
		opened.resolve(why);
		if (over) return;
		end();
		listener.closed(why);
	};
	const failed = await withinMs(
		OPEN_WITHIN,
		firstOf(socket, opened.promise, device),
		fault("no_answer", { device, reason: "connect" }),
	);
	if (failed !== undefined) {
		end();
		return { kind: "failed", fault: failed };
	}
	socket.on("error", (error) => lost(socketFault(error, device)));
	socket.on("close", () => lost(fault("missing", { device, reason: "closed" })));
	socket.on("data", (bytes) => {
		if (!over) listener.data(bytes);
	});
	return { kind: "open", port: portOf(socket, device, () => over, end) };
}

/** Whether it connects. An error later than this has another listener. */
function firstOf(socket: Socket, connected: Promise<Fault | undefined>, device: string): Promise<Fault | undefined> {
	const refused = new Promise<Fault>((resolve) => {
		socket.on("error", (error) => resolve(socketFault(error, device)));
	});
	return Promise.race([connected, refused]);
}

const portOf = (socket: Socket, device: string, isOver: () => boolean, end: () => void): OpenPort => ({
	get isOpen() {
		return !isOver();
	},
	async write(bytes) {
		if (isOver()) return fault("missing", { device });
		const written = new Promise<Fault | undefined>((resolve) => {
			socket.write(bytes, (error) => resolve(error ? socketFault(error, device) : undefined));
		});
		return withinMs(WRITE_WITHIN, written, fault("no_answer", { device, reason: "write" }));
	},
	// A whole round of the event loop reads every socket.
	async settle() {
		for (let turns = 0; turns < 2; turns++) await new Promise<void>((resolve) => setImmediate(resolve));
		return undefined;
	},
	async close() {
		end();
	},
});

function socketFault(error: unknown, device: string): Fault {
	const code = codeOf(error);
	switch (code) {
		case "ECONNREFUSED":
		case "ENOTFOUND":
		case "EAI_AGAIN":
		case "EHOSTUNREACH":
		case "ENETUNREACH":
		case "ECONNRESET":
		case "EPIPE":
			return fault("missing", { device, reason: code });
		case "ETIMEDOUT":
			return fault("no_answer", { device, reason: code });
		default:
			return fault("bus", { device, reason: String(code) });
	}
}
