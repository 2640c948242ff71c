import { createConnection, type Socket } from "node:net";
import { type Fault, fault } from "#model/plant/fault.ts";
import { notice } from "#model/sentences/notice.ts";
import { errorCode } from "#model/untyped/error-code.ts";
import { backOff, type PortOwner } from "../bus/serial/lasting-port.ts";
import type { Connection, Manner } from "./bytes.ts";
import { Handshake } from "./handshake.ts";

const PORT = 7053;
/** Milliseconds without a byte: a controller sends every second. Also for connecting and for each answer. */
const SILENT = 15_000;

/**
 * A VBus over TCP, connected in the background and again after a loss. Reports `device_lost` and `device_back` as a serial port
 * does. Sends nothing but the commands that ask for the data.
 */
export class LastingSocket implements Connection {
	readonly #device: string;
	readonly #manner: Manner;
	readonly #owner: PortOwner;
	#socket: Socket | undefined;
	#gone: Fault | undefined;
	#failures = 0;
	#closed = false;
	#timer: NodeJS.Timeout | undefined;

	constructor(device: string, manner: Manner, owner: PortOwner) {
		this.#device = device;
		this.#manner = manner;
		this.#owner = owner;
		this.#connect();
	}

	get fault(): Fault | undefined {
		return this.#closed ? fault("missing", { device: this.#device, reason: "closed" }) : this.#gone;
	}

	proven(): void {
		if (this.#closed || this.#gone === undefined) return;
		this.#owner.tell(notice("info", "device_back", { device: this.#device, fault: this.#gone.code }));
		this.#gone = undefined;
		this.#failures = 0;
	}

	retry(): void {
		if (this.#closed || this.#timer === undefined) return;
		clearTimeout(this.#timer);
		this.#connect();
	}

	async close(): Promise<void> {
		this.#closed = true;
		clearTimeout(this.#timer);
		this.#socket?.destroy();
	}

	#connect(): void {
		this.#timer = undefined;
		const [host = "", port = PORT] = this.#device.split(":");
		const socket = createConnection({ host, port: Number(port) });
		this.#socket = socket;
		let shaking: Handshake | undefined = new Handshake(this.#device, this.#manner);
		socket.setTimeout(SILENT, () => this.#lose(socket, fault("no_answer", { device: this.#device })));
		socket.on("error", (failed) => this.#lose(socket, this.#faultOf(failed)));
		socket.on("close", () => this.#lose(socket, fault("missing", { device: this.#device, reason: "closed" })));
		socket.on("data", (bytes: Uint8Array) => {
			if (shaking === undefined) return this.#owner.data(bytes);
			for (const step of shaking.take(bytes)) {
				if ("failed" in step) return this.#lose(socket, step.failed);
				if ("send" in step) socket.write(step.send);
				else {
					shaking = undefined;
					this.#owner.opened();
					this.#owner.data(step.data);
				}
			}
		});
	}

	#lose(socket: Socket, why: Fault): void {
		if (this.#closed || this.#socket !== socket) return;
		this.#socket = undefined;
		socket.destroy();
		if (this.#gone?.code !== why.code)
			this.#owner.tell(notice("warning", "device_lost", { ...why.facts, device: this.#device, fault: why.code }));
		this.#gone = why;
		this.#timer = setTimeout(() => this.#connect(), backOff(this.#failures++) * 1000);
	}

	#faultOf(failed: unknown): Fault {
		const reason = errorCode(failed) ?? "unknown";
		return fault(reason === "ECONNREFUSED" || reason === "ENOTFOUND" ? "missing" : "bus", {
			device: this.#device,
			reason,
		});
	}
}
