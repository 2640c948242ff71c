import * as net from "node:net";
import * as tls from "node:tls";
import { detail } from "#model/sentences/sentence.ts";
import type { Broker } from "../broker.ts";

export interface Answer {
	/** The socket is connected. With TLS it is encrypted and the broker's certificate is verified. */
	up(socket: net.Socket): void;
	down(error: unknown): void;
}

/**
 * Opens the socket to the broker, before any MQTT. With TLS nothing is sent until the certificate is verified, so a login
 * can never reach the wrong machine. Calls `answer` exactly once. The function that it returns destroys the socket in any
 * state; after that `answer` is never called.
 */
export const dial = ({ host, port, tls: secure }: Broker, deadline: number, answer: Answer): (() => void) => {
	try {
		if (secure === undefined) return awaited(net.connect({ host, port }), "connect", deadline, answer);
		return awaited(tls.connect(secured(host, port, secure)), "secureConnect", deadline, answer);
	} catch (error) {
		// OpenSSL checks some keys and certificates only here.
		const soon = setImmediate(() => answer.down(error));
		return () => clearImmediate(soon);
	}
};

const awaited = (
	socket: net.Socket,
	ready: "connect" | "secureConnect",
	deadline: number,
	answer: Answer,
): (() => void) => {
	let settled = false;
	const settle = () => {
		if (settled) return;
		settled = true;
		clearTimeout(timer);
		socket.off(ready, up).off("error", down).off("close", closed);
		// A destroyed socket may still report an error. It must not crash the process.
		socket.on("error", ignore);
	};
	const up = () => {
		settle();
		// This order keeps a plain connection from loading Node's TLS.
		if (ready === "secureConnect" && socket instanceof tls.TLSSocket && !(socket.encrypted && socket.authorized)) {
			socket.destroy();
			return answer.down(socket.authorizationError);
		}
		socket.setNoDelay(true);
		answer.up(socket);
	};
	const down = (error: unknown) => {
		settle();
		socket.destroy();
		answer.down(error);
	};
	const closed = () => down(undefined);
	const timer = setTimeout(
		() => down(Object.assign(new Error(detail("no_answer")), { code: "ETIMEDOUT" })),
		deadline * 1000,
	);
	socket.on(ready, up).on("error", down).on("close", closed);
	return () => {
		settle();
		socket.destroy();
	};
};

const ignore = () => undefined;

/** How a broker is reached by TLS, and its certificate checked. */
export const secured = (
	host: string,
	port: number,
	{ ca, cert, key, pinned, servername }: NonNullable<Broker["tls"]>,
) => ({
	host,
	port,
	...(ca === undefined ? {} : { ca }),
	// The pinned certificate need not be the root of its chain.
	...(pinned ? { allowPartialTrustChain: true } : {}),
	...(cert === undefined || key === undefined ? {} : { cert, key }),
	// A server name must not be an IP address (RFC 6066, 3).
	...(servername !== undefined ? { servername } : net.isIP(host) === 0 ? { servername: host } : {}),
	rejectUnauthorized: true,
});
