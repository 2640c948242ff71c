import * as net from "node:net";
import * as tls from "node:tls";
import type { Broker } from "../broker.ts";

export interface Answer {
	/** Connected, and with TLS: encrypted, and the broker's certificate verified. */
	up(socket: net.Socket): void;
	down(error: unknown): void;
}

/**
 * Opens the way to the broker, before a byte of MQTT: with TLS nothing is sent until the certificate has been verified, so
 * a login can never reach the wrong machine. Answers exactly once, or never after hanging up, which is what it returns: it
 * destroys the socket in any state.
 */
export const dial = ({ host, port, tls: secure }: Broker, deadline: number, answer: Answer): (() => void) => {
	let socket: net.Socket;
	try {
		socket = secure === undefined ? net.connect({ host, port }) : tls.connect(secured(host, port, secure));
	} catch (error) {
		// OpenSSL judges some keys and certificates only here.
		const soon = setImmediate(() => answer.down(error));
		return () => clearImmediate(soon);
	}
	const ready = secure === undefined ? "connect" : "secureConnect";
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
		// Asked in this order, a plain connection does not load Node's TLS.
		if (secure !== undefined && socket instanceof tls.TLSSocket && !(socket.encrypted && socket.authorized)) {
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
	const timer = setTimeout(() => down(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })), deadline * 1000);
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
	// It is not the last link of its chain.
	...(pinned ? { allowPartialTrustChain: true } : {}),
	...(cert === undefined || key === undefined ? {} : { cert, key }),
	// A server name must not be an IP address (RFC 6066, 3).
	...(servername !== undefined ? { servername } : net.isIP(host) === 0 ? { servername: host } : {}),
	rejectUnauthorized: true,
});
