import { type Fault, fault } from "#model/plant/fault.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { within } from "./deadline.ts";
import type { Line } from "./native-port.ts";
import { type OpenPort, openSerialPort } from "./serial-port.ts";

/** A serial port that is opened in the background, and opened again after it was lost. */
export interface LastingPort {
	/**
	 * Why there is no port. After a loss it stays set until the device behind the port has answered. Undefined where no port
	 * was lost.
	 */
	readonly fault: Fault | undefined;
	/** The open port. Waits for an attempt that is under way, not for a later one. */
	ready(): Promise<OpenPort | undefined>;
	/** Opens now instead of waiting for the next attempt. `ready` then waits for it. */
	retry(): void;
	/** The device behind the port works. Only this ends a loss, because a port may open while its adapter hangs. */
	proven(which: OpenPort): void;
	/** Gives this port up and opens it again, for example after a write that never finished. */
	drop(which: OpenPort, why: Fault): void;
	/** Closes for good, within half a second. */
	close(): Promise<void>;
}

/** Listeners. */
export interface PortOwner {
	data(bytes: Uint8Array): void;
	/** The port was opened, also again: devices behind it may have lost their state. */
	opened(): void;
	readonly tell: Tell;
}

/** Milliseconds to wait for an attempt that is under way when closing. */
const CLOSE_WITHIN = 80;

/** Seconds until the next attempt, after so many failed ones. */
export const backOff = (failures: number) => Math.min(30, 2 ** failures);

/** Reports `device_lost` and `device_back`, with {device, fault}, once for each change. */
export const lastingPort = (line: Line, owner: PortOwner): LastingPort => {
	let port: OpenPort | undefined;
	let gone: Fault | undefined;
	let failures = 0;
	let closing = false;
	let timer: NodeJS.Timeout | undefined;

	const lose = (why: Fault) => {
		port = undefined;
		if (gone?.code !== why.code)
			owner.tell(notice("warning", "device_lost", { ...why.facts, device: line.path, fault: why.code }));
		gone = why;
		timer = setTimeout(again, backOff(failures++) * 1000);
	};
	const again = () => {
		timer = undefined;
		attempt = open();
	};
	const found = (opened: OpenPort) => {
		port = opened;
		if (gone === undefined) failures = 0;
		owner.opened();
	};
	const open = async () => {
		const opened = await openSerialPort(line, {
			data: owner.data,
			closed: (why) => closing || lose(why),
		});
		if (closing) return opened.kind === "open" ? opened.port.close() : undefined;
		if (opened.kind === "open") found(opened.port);
		else lose(opened.fault);
	};
	let attempt = open();

	return {
		get fault() {
			return closing ? fault("missing", { device: line.path, reason: "closed" }) : gone;
		},
		ready: async () => {
			await attempt;
			return port;
		},
		retry: () => {
			if (closing || timer === undefined) return;
			clearTimeout(timer);
			again();
		},
		proven: (which) => {
			if (closing || port !== which || gone === undefined) return;
			failures = 0;
			owner.tell(notice("info", "device_back", { device: line.path, fault: gone.code }));
			gone = undefined;
		},
		drop: (which, why) => {
			if (closing || port !== which) return;
			void which.close();
			lose(why);
		},
		close: async () => {
			closing = true;
			clearTimeout(timer);
			// An attempt under way closes what it opens.
			await within(CLOSE_WITHIN, attempt, undefined);
			await port?.close();
			port = undefined;
		},
	};
};
