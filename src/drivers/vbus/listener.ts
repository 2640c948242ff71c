import { type Fault, fault } from "#model/plant/fault.ts";
import { after, type Instant, type Seconds, seconds, since } from "#model/quantities/units.ts";
import type { Device, DevicePorts, Measured, Written } from "../driver.ts";
import type { Connection, Manner } from "./bytes.ts";
import { connectionTo } from "./connection.ts";
import { controllerAt } from "./controllers.ts";
import { type Packet, Packets } from "./packets.ts";
import { sentIn } from "./values.ts";

export interface Listening extends Manner {
	/** After so long without a packet of a controller, its sensors are lost. */
	readonly silence: Seconds;
}

/** The last two packets of a controller, and when the last one came. */
interface Heard {
	readonly payload: Uint8Array;
	readonly before: Uint8Array | undefined;
	at: Instant;
}

/**
 * K between two packets, about a second apart. A frame's checksum has seven bits, so one in 128 that were broken on the way looks
 * right: what jumps further is not believed before the next packet says the same.
 */
const JUMP = 5;

/** To everybody who reads data. */
const TO_ALL = 0x0010;
const DATA = 0x0100;

/** Hears what the controllers on one VBus send. Has the last packet of each, until it is too old. */
export class Listener implements Device {
	readonly identity: string;
	readonly pace = seconds(5);
	readonly verify = "none";
	readonly onCrash = "holds";
	readonly returns = 0;
	readonly #silence: Seconds;
	readonly #ports: DevicePorts;
	readonly #connection: Connection;
	readonly #heard = new Map<string, Heard>();

	constructor(device: string, { silence, ...manner }: Listening, ports: DevicePorts) {
		this.identity = `VBus at ${device}`;
		this.#silence = silence;
		this.#ports = ports;
		const packets = new Packets((packet) => this.#hear(packet));
		this.#connection = connectionTo(device, manner, {
			tell: ports.tell,
			data: (bytes) => packets.push(bytes),
			opened: () => packets.reset(),
		});
	}

	async read(channel: string): Promise<Measured> {
		const [controller = "", name = ""] = channel.split("/");
		const field = controllerAt(controller)?.fields.get(name);
		if (field === undefined) return failed(fault("missing", { channel }));
		if (this.#connection.fault !== undefined) return failed(this.#connection.fault);
		const heard = this.#heard.get(controller);
		if (heard?.before === undefined || since(heard.at, this.#ports.now()) > this.#silence)
			return failed(fault("no_answer", { controller, silent: this.#silence }));
		const value = sentIn(heard.payload, field);
		if (typeof value !== "number") return failed(value);
		const before = sentIn(heard.before, field);
		const steady = field.quantity !== "temperature" || (typeof before === "number" && Math.abs(value - before) <= JUMP);
		return steady ? { kind: "value", value } : failed(fault("unsteady", { channel }));
	}

	async write(): Promise<Written> {
		return { kind: "failed", fault: fault("no_write") };
	}

	async readBack(): Promise<undefined> {
		return undefined;
	}

	health(): Fault | undefined {
		return this.#connection.fault;
	}

	retry(): void {
		this.#connection.retry();
	}

	shift(by: Seconds): void {
		for (const heard of this.#heard.values()) heard.at = after(heard.at, by);
	}

	close(): Promise<void> {
		return this.#connection.close();
	}

	#hear({ destination, source, command, payload }: Packet): void {
		this.#connection.proven();
		if (destination !== TO_ALL || command !== DATA) return;
		const controller = source.toString(16).padStart(4, "0");
		// A noisy line may name any number of senders.
		if (controllerAt(controller) === undefined) return;
		const { payload: before } = this.#heard.get(controller) ?? {};
		this.#heard.set(controller, { payload, before, at: this.#ports.now() });
	}
}

const failed = (why: Fault): Measured => ({ kind: "failed", fault: why });
