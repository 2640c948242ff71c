import { connect as connectPlain, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { errorCode } from "#model/untyped/error-code.ts";
import { framed, messageOf, type SecurityEvent, type Sender } from "./message.ts";
import { SyslogQueue } from "./queue.ts";

/** Where to send events. */
export interface Collector {
	readonly host: string;
	readonly port: number;
	/**
	 * Absent for a plain connection. `ca` is asked before each connection. Without it the authorities that Node trusts are
	 * used.
	 */
	readonly tls?: { readonly ca?: () => Authority | Promise<Authority> };
}
/** PEM, or a code for why it is not available. */
export type Authority = { readonly ca: string } | { readonly cause: string };

export interface SyslogPorts {
	readonly sender: Sender;
	/** Calls once after so many seconds. Returns a function that cancels it. */
	after(seconds: number, run: () => void): () => void;
	/** Monotonic seconds. */
	now(): number;
	/** 0 <= x < 1. */
	random(): number;
	/** Called at each change: undefined when connected, otherwise the cause as a code. */
	heard(cause: string | undefined): void;
}

export interface Standing {
	/** Why there is no connection; absent where there is one. */
	readonly cause?: string;
	readonly waiting: number;
	/** Dropped for lack of room. */
	readonly dropped: number;
}

/** Seconds. */
const FIRST_WAIT = 1;
const LONGEST_WAIT = 60;
const PATIENCE = 10;
/** A collector that accepts nothing for so long counts as gone. */
const STUCK = 30;
/** A connection that lasted so long resets the wait between attempts. */
const LASTED = 10;

/**
 * Sends events by syslog over TCP or TLS, with octet counting. Events wait in a bounded queue while there is no connection.
 * Syslog has no acknowledgements, so events sent just before a connection broke are sent again with the same number.
 */
export class Syslog {
	readonly #collector: Collector;
	readonly #ports: SyslogPorts;
	readonly #queue: SyslogQueue;
	#socket: Socket | undefined;
	#open = false;
	#cause: string | undefined = "connecting";
	#round = 0;
	#seq = 0;
	#cancel: () => void = nothing;
	#cancelStuck: () => void = nothing;
	#closed = false;
	#emptied: () => void = nothing;

	constructor(collector: Collector, ports: SyslogPorts) {
		this.#collector = collector;
		this.#ports = ports;
		this.#queue = new SyslogQueue(ports.now);
		this.#connect();
	}

	/** Returns at once, also if the collector hangs. */
	send(event: SecurityEvent): void {
		if (this.#closed) return;
		this.#seq += 1;
		this.#queue.add(framed(messageOf(event, this.#ports.sender, this.#seq)));
		this.#pump();
	}

	standing(): Standing {
		const { waiting, dropped } = this.#queue;
		return { waiting, dropped, ...(this.#cause !== undefined && { cause: this.#cause }) };
	}

	/** Sends the waiting events, for `patience` seconds at most. */
	async close(patience = 1): Promise<void> {
		if (this.#closed) return;
		this.#closed = true;
		this.#cancel();
		const over = Promise.withResolvers<void>();
		const socket = this.#socket;
		const cancel = this.#ports.after(patience, over.resolve);
		this.#emptied = () => {
			if (socket === undefined || !this.#open) return over.resolve();
			socket.once("close", () => over.resolve());
			socket.end();
		};
		if (socket === undefined || this.#queue.waiting === 0) this.#emptied();
		await over.promise;
		cancel();
		this.#cancelStuck();
		socket?.destroy();
	}

	#connect(): void {
		const ca = this.#collector.tls?.ca;
		if (ca === undefined) this.#reach({});
		else void this.#ask(ca);
	}

	/** A disk that hangs costs the connection, not the loop. */
	async #ask(ca: () => Authority | Promise<Authority>): Promise<void> {
		const slow = Promise.withResolvers<Authority>();
		const cancel = this.#ports.after(PATIENCE, () => slow.resolve({ cause: "ETIMEDOUT" }));
		const authority = await Promise.race([ca(), slow.promise]);
		cancel();
		if (this.#closed) return;
		if ("cause" in authority) this.#later(authority.cause);
		else this.#reach(authority);
	}

	#reach(authority: { readonly ca?: string }): void {
		const { host, port, tls } = this.#collector;
		const began = this.#ports.now();
		let cause = "closed";
		let socket: Socket;
		try {
			socket = tls === undefined ? connectPlain({ host, port }) : connectTls(secured(host, port, authority));
		} catch (failed) {
			// An authority that is no certificate throws here.
			this.#later(errorCode(failed) ?? "unknown");
			return;
		}
		this.#socket = socket;
		const cancelSlow = this.#ports.after(PATIENCE, () => socket.destroy(coded("ETIMEDOUT")));
		socket.on("error", (failed) => {
			cause = errorCode(failed) ?? "unknown";
		});
		socket.once(tls === undefined ? "connect" : "secureConnect", () => {
			cancelSlow();
			this.#opened(socket);
		});
		// Nothing is expected from a collector. It is read only to notice its end.
		socket.on("data", nothing);
		socket.on("end", () => socket.destroy());
		socket.on("drain", () => this.#pump());
		socket.once("close", () => {
			cancelSlow();
			this.#ended(cause, this.#ports.now() - began);
		});
	}

	#opened(socket: Socket): void {
		socket.setNoDelay(true);
		socket.setKeepAlive(true, 30_000);
		this.#open = true;
		this.#say(undefined);
		this.#pump();
	}

	#ended(cause: string, lasted: number): void {
		if (this.#open && lasted >= LASTED) this.#round = 0;
		this.#open = false;
		this.#socket = undefined;
		this.#cancelStuck();
		this.#queue.again();
		if (this.#closed) this.#emptied();
		else this.#later(cause);
	}

	#later(cause: string): void {
		this.#say(cause);
		const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#round) * (1 + this.#ports.random() / 4);
		this.#round += 1;
		this.#cancel = this.#ports.after(wait, () => this.#connect());
	}

	#pump(): void {
		const socket = this.#socket;
		if (socket === undefined || !this.#open) return;
		while (!socket.writableNeedDrain) {
			const frame = this.#queue.next();
			if (frame === undefined) break;
			socket.write(frame);
		}
		this.#cancelStuck();
		this.#cancelStuck = nothing;
		if (socket.writableNeedDrain)
			this.#cancelStuck = this.#ports.after(STUCK, () => socket.destroy(coded("ETIMEDOUT")));
		if (this.#closed && this.#queue.waiting === 0) this.#emptied();
	}

	#say(cause: string | undefined): void {
		if (this.#cause === cause) return;
		this.#cause = cause;
		this.#ports.heard(cause);
	}
}

/** The certificate is always checked. An IP address cannot be a server name. */
const secured = (host: string, port: number, { ca }: { readonly ca?: string }) => ({
	host,
	port,
	minVersion: "TLSv1.2" as const,
	...(isIP(host) === 0 && { servername: host }),
	...(ca !== undefined && { ca }),
});

const nothing = () => undefined;
const coded = (code: string) => Object.assign(new Error(code), { code });
