import { close } from "node:fs";
import type { SerialPort } from "serialport";

/** The path of a serial port, and its settings: 8 data bits, no parity and 1 stop bit, unless it says otherwise. */
export interface Line {
	readonly path: string;
	/** Bits per second. */
	readonly baudRate: number;
	readonly parity?: "none" | "even" | "odd";
	readonly stopBits?: 1 | 2;
}

/** The parts of the native binding that are used. `open` stores the descriptor on the object it is called on. */
interface Binding {
	open(options: object): Promise<unknown>;
	fd?: number;
}

/**
 * A serial port for this process alone, not opened yet. Loads the native module, so that machines without serial devices
 * never load it.
 */
export async function nativePort(line: Line): Promise<SerialPort> {
	const serial = await import("serialport");
	const native: Binding = serial.SerialPort.binding;
	const binding = { open: (options: object) => opened(native, options) };
	// Without `hupcl` the modem lines stay up after a close. Some boards restart when they drop.
	const options = { ...line, binding, autoOpen: false, lock: true, hupcl: false };
	return new serial.SerialPort(options);
}

/**
 * The binding opens and locks the device, then asks the event loop to watch the descriptor. If that fails, it forgets the
 * descriptor, and the lock would keep the port "in use" until this process ends. So the descriptor is closed here.
 */
async function opened(native: Binding, options: object): Promise<unknown> {
	// One object per attempt, because two ports may be opening at once.
	const attempt: Binding = Object.create(native);
	try {
		return await attempt.open(options);
	} catch (failed) {
		const { fd } = attempt;
		if (fd !== undefined && Object.hasOwn(attempt, "fd")) await new Promise<unknown>((resolve) => close(fd, resolve));
		throw failed;
	}
}
