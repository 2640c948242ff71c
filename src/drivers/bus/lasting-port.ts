import { type Fault, fault } from "#model/plant/fault.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { within } from "./deadline.ts";
import type { Line } from "./native-port.ts";
import { type OpenPort, openSerialPort } from "./serial-port.ts";

/** A serial port that is opened in the background, and opened again whenever it went away. */
export interface LastingPort {
	/**
	 * Why there is no port, or why there was none until what hangs on it has proven itself; undefined once it has, or
	 * where no port was ever lost.
	 */
	readonly fault: Fault | undefined;
	/** The open port. Waits for an attempt that is under way, and not for the next one. */
	ready(): Promise<OpenPort | undefined>;
	/** Tries at once, where it would wait for the next attempt; `ready` waits for that one then. */
	retry(): void;
	/** What hangs on this port works: after a loss only this makes it back. A port may open while its adapter hangs. */
	proven(which: OpenPort): void;
	/** Gives this port up, for example after a write that never came back, and opens it anew. */
	drop(which: OpenPort, why: Fault): void;
	/** For good; comes back within half a second. */
	close(): Promise<void>;
}

/** Listeners. */
export interface PortOwner {
	data(bytes: Uint8Array): void;
	/** The port has been opened, for the first time or anew: devices on it may have lost their state. */
	opened(): void;
	readonly tell: Tell;
}

/** Milliseconds for an attempt that is under way when we close. */
const CLOSE_WITHIN = 80;

/** Seconds until the next attempt, after so many failed ones. */
export const backOff = (failures: number) => Math.min(30, 2 ** failures);

/** Tells `device_lost` and `device_back`, with {device, fault}, once for each change. */
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
			// An attempt that is under way closes what it opens.
			await within(CLOSE_WITHIN, attempt, undefined);
			await port?.close();
			port = undefined;
		},
	};
};
