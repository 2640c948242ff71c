import { type Fault, fault } from "#model/plant/fault.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { withinMs } from "../deadline.ts";
import type { Line } from "./native-port.ts";
import { type Listener, type Opened, type OpenPort, openSerialPort } from "./port.ts";

/** Listeners. */
export interface PortOwner {
	data(bytes: Uint8Array): void;
	/** The port was opened, also again: devices behind it may have lost their state. */
	opened(): void;
	readonly tell: Tell;
}

/** Milliseconds to wait for an attempt that is under way when closing. */
const CLOSE_WITHIN = 80;

/** Seconds until the next attempt, after so many failed ones. What is plugged in again is used within 5 s. */
export const backOff = (failures: number) => Math.min(4, 2 ** failures);

/**
 * A serial port, or a connection to one, that is opened in the background, and opened again after it was lost. Reports `device_lost` and
 * `device_back`, with {device, fault}, once for each change.
 */
export class LastingPort {
	readonly #line: Pick<Line, "path">;
	readonly #owner: PortOwner;
	readonly #connect: (listener: Listener) => Promise<Opened>;
	#port: OpenPort | undefined;
	#gone: Fault | undefined;
	#failures = 0;
	#closing = false;
	#timer: NodeJS.Timeout | undefined;
	#attempt: Promise<void>;

	/** @param connect opens something else than a serial port, which `path` then only names */
	constructor(line: Line, owner: PortOwner);
	constructor(line: Pick<Line, "path">, owner: PortOwner, connect: (listener: Listener) => Promise<Opened>);
	constructor(line: Line, owner: PortOwner, connect = (listener: Listener) => openSerialPort(line, listener)) {
		this.#line = line;
		this.#owner = owner;
		this.#connect = connect;
		this.#attempt = this.#open();
	}

	/**
	 * Why there is no port. After a loss it stays set until the device behind the port has answered. Undefined where no port
	 * was lost.
	 */
	get fault(): Fault | undefined {
		return this.#closing ? fault("missing", { device: this.#line.path, reason: "closed" }) : this.#gone;
	}

	/** The open port. Waits for an attempt that is under way, not for a later one. */
	async ready(): Promise<OpenPort | undefined> {
		await this.#attempt;
		return this.#port;
	}

	/** Opens now instead of waiting for the next attempt. `ready` then waits for it. */
	retry(): void {
		if (this.#closing || this.#timer === undefined) return;
		clearTimeout(this.#timer);
		this.#again();
	}

	/** The device behind the port works. Only this ends a loss, because a port may open while its adapter hangs. */
	proven(which: OpenPort): void {
		if (this.#closing || this.#port !== which || this.#gone === undefined) return;
		this.#failures = 0;
		this.#owner.tell(notice("info", "device_back", { device: this.#line.path, fault: this.#gone.code }));
		this.#gone = undefined;
	}

	/** Gives this port up and opens it again, for example after a write that never finished. */
	drop(which: OpenPort, why: Fault): void {
		if (this.#closing || this.#port !== which) return;
		void which.close();
		this.#lose(why);
	}

	/** Closes for good, within half a second. */
	async close(): Promise<void> {
		this.#closing = true;
		clearTimeout(this.#timer);
		// An attempt under way closes what it opens.
		await withinMs(CLOSE_WITHIN, this.#attempt, undefined);
		await this.#port?.close();
		this.#port = undefined;
	}

	async #open(): Promise<void> {
		const opened = await this.#connect({
			data: this.#owner.data,
			closed: (why) => this.#closing || this.#lose(why),
		});
		if (this.#closing) return opened.kind === "open" ? opened.port.close() : undefined;
		if (opened.kind !== "open") return this.#lose(opened.fault);
		this.#port = opened.port;
		if (this.#gone === undefined) this.#failures = 0;
		this.#owner.opened();
	}

	#lose(why: Fault): void {
		this.#port = undefined;
		if (this.#gone?.code !== why.code)
			this.#owner.tell(notice("warning", "device_lost", { ...why.facts, device: this.#line.path, fault: why.code }));
		this.#gone = why;
		this.#timer = setTimeout(() => this.#again(), backOff(this.#failures++) * 1000);
	}

	#again(): void {
		this.#timer = undefined;
		this.#attempt = this.#open();
	}
}
