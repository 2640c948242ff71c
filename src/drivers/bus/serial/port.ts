import type { SerialPort } from "serialport";
import { type Fault, fault } from "#model/plant/fault.ts";
import { withinMs } from "../deadline.ts";
import { hangs, mayTry } from "../native/hanging.ts";
import { notPermitted } from "../native/not-permitted.ts";
import { allRead } from "./all-read.ts";
import { type Line, nativePort } from "./native-port.ts";

/** Listeners for what a port does by itself. */
export interface Listener {
	data(bytes: Uint8Array): void;
	/** The port was lost without being closed. Called once. */
	closed(why: Fault): void;
}

export interface OpenPort {
	readonly isOpen: boolean;
	/** Gives the bytes to the kernel. Settles within 0.3 s, with a fault or with nothing. */
	write(bytes: Uint8Array): Promise<Fault | undefined>;
	/**
	 * Settles when all that the kernel has received by now was given to the listener, with a fault where that takes more than 0.3 s. A
	 * port that keeps nothing back has none of these.
	 */
	settle?(): Promise<Fault | undefined>;
	/** Settles within 0.4 s, closed or not. */
	close(): Promise<void>;
}

export type Opened =
	| { readonly kind: "open"; readonly port: OpenPort }
	| { readonly kind: "failed"; readonly fault: Fault };

/** All in milliseconds. */
const OPEN_WITHIN = 1000;
const WRITE_WITHIN = 300;
const READ_WITHIN = 300;
const CLOSE_WITHIN = 400;
const PULSE_EVERY = 1000;

/**
 * Opens a port for this process alone. Settles within a second, and at once while too many attempts hang. Faults:
 * `missing`, `no_permission`, `in_use` where another program has it, `bus`, and `no_answer` where the kernel does not
 * answer.
 */
export const openSerialPort = async (line: Line, listener: Listener): Promise<Opened> => {
	const late = fault("no_answer", { device: line.path, reason: "open" });
	if (!mayTry(line.path)) return { kind: "failed", fault: late };
	const attempt = connect(line);
	const opened = await withinMs<SerialPort | Fault>(OPEN_WITHIN, attempt, late);
	if ("code" in opened) {
		if (opened === late) {
			hangs(line.path, 1);
			attempt.then((port) => {
				hangs(line.path, -1);
				// A port that opens later would stay locked for the next attempt.
				if (!("code" in port)) port.close(() => {});
			});
		}
		return { kind: "failed", fault: opened };
	}
	return { kind: "open", port: watched(opened, line, listener) };
};

/** Translates an error of a serial port. */
export const serialFault = (error: unknown, device: string): Fault => {
	const said = String(error);
	if (isHungUp(error)) return fault("missing", { device, reason: "unplugged" });
	// The native binding gives the text of strerror(3) and no error code.
	if (/no such (file|device)|not a directory/i.test(said)) return fault("missing", { device });
	if (/permission denied|not permitted/i.test(said)) return notPermitted(device, { device });
	if (/cannot lock|resource busy/i.test(said)) return fault("in_use", { device });
	return fault("bus", { device, reason: said.slice(0, 120) });
};

/** Whether the adapter is gone. Reader or writer may notice before the port does. */
const isHungUp = (error: unknown): boolean =>
	(typeof error === "object" && error !== null && "disconnected" in error) ||
	/\b(EIO|ENXIO|ENODEV|EBADF)\b|input\/output error/i.test(String(error));

const connect = async (line: Line): Promise<SerialPort | Fault> => {
	try {
		const port = await nativePort(line);
		return await new Promise((resolve) => {
			port.open((error) => resolve(error ? serialFault(error, line.path) : port));
		});
	} catch (error) {
		return serialFault(error, line.path);
	}
};

const watched = (port: SerialPort, line: Line, listener: Listener): OpenPort => {
	let over = false;
	const end = () => {
		over = true;
		clearInterval(pulse);
	};
	const close = async () => {
		end();
		if (!port.isOpen) return;
		// The kernel may wait for bytes that a dead adapter never accepts.
		await withinMs(CLOSE_WITHIN, new Promise<void>((resolve) => port.close(() => resolve())), undefined);
	};
	const lost = (error: unknown) => {
		if (over) return;
		void close();
		listener.closed(serialFault(error, line.path));
	};
	const pulse = setInterval(() => feelPulse(port, lost), PULSE_EVERY);
	port.on("data", (bytes: Uint8Array) => {
		if (!over) listener.data(bytes);
	});
	port.on("close", lost);
	port.on("error", lost);
	return {
		get isOpen() {
			return !over && port.isOpen;
		},
		// Without a port the stream keeps the bytes for ever and never calls back.
		write: async (bytes) =>
			over || !port.isOpen
				? fault("missing", { device: line.path })
				: withinMs(
						WRITE_WITHIN,
						written(port, line, bytes),
						fault("no_answer", { device: line.path, reason: "write" }),
					),
		settle: async () =>
			over || !port.isOpen
				? fault("missing", { device: line.path })
				: (await allRead(port, READ_WITHIN))
					? undefined
					: fault("no_answer", { device: line.path, reason: "read" }),
		close,
	};
};

/**
 * Asks for the modem lines. If a port is unplugged in the middle of a read, reads return nothing for ever, and the binding
 * repeats them. Only another call finds out. A port without modem lines fails with another error.
 */
const feelPulse = (port: SerialPort, lost: (error: unknown) => void) => {
	if (port.isOpen) port.get((error) => error && isHungUp(error) && lost(error));
};

const written = (port: SerialPort, line: Line, bytes: Uint8Array) =>
	new Promise<Fault | undefined>((resolve) => {
		port.once("close", gone);
		function gone(error: unknown) {
			resolve(serialFault(error ?? "closed", line.path));
		}
		port.write(bytes, undefined, (error) => {
			port.off("close", gone);
			resolve(error ? serialFault(error, line.path) : undefined);
		});
	});
