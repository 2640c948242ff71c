import { close } from "node:fs";
import type { SerialPort } from "serialport";

/** A serial line: the path of the port and how bytes run over it. 8 data bits, no parity, 1 stop bit unless told. */
export interface Line {
	readonly path: string;
	/** Bits per second. */
	readonly baudRate: number;
	readonly dataBits?: 7 | 8;
	readonly parity?: "none" | "even" | "odd";
	readonly stopBits?: 1 | 2;
}

/** What we need of the native binding: `open` notes the descriptor on the object that it is called on. */
interface Binding {
	open(options: object): Promise<unknown>;
	fd?: number;
}

/**
 * A serial port of this process alone, not opened yet. Loaded only here, so that a machine without serial devices never
 * loads the native part.
 */
export async function nativePort(line: Line): Promise<SerialPort> {
	const serial = await import("serialport");
	const native: Binding = serial.SerialPort.binding;
	const binding = { open: (options: object) => opened(native, options) };
	// Without `hupcl` the modem lines stay up when we close: some boards restart when they drop.
	const options = { ...line, binding, autoOpen: false, lock: true, hupcl: false };
	return new serial.SerialPort(options);
}

/**
 * The binding opens and locks the device, and then asks the event loop to watch the descriptor. Where that fails it forgets
 * the descriptor, and the lock would keep the port "in use" until this process ends. So it is closed here.
 */
async function opened(native: Binding, options: object): Promise<unknown> {
	// An object for each attempt: two ports may be opening at the same time.
	const attempt: Binding = Object.create(native);
	try {
		return await attempt.open(options);
	} catch (failed) {
		const { fd } = attempt;
		if (fd !== undefined && Object.hasOwn(attempt, "fd")) await new Promise<unknown>((resolve) => close(fd, resolve));
		throw failed;
	}
}
