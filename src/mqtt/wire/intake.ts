import { Duplex } from "node:stream";
import type { NewestOf, Protocol } from "../broker.ts";
import { Frames, type Publish, payloadOf, pubackOf } from "./frames.ts";
import { Newest } from "./newest.ts";
import { clock, type Timer } from "./timer.ts";

/**
 * Bytes of the largest packet that is read. With MQTT 5 the broker is told and drops larger ones. Commands are far smaller,
 * and the packets held at once take little memory.
 */
export const LARGEST = 64 * 1024;
/** Seconds per counting period, after a period that was flooded, and how many messages one period may pass on. */
const MOMENT = 0.05;
const IN_FLOOD = 0.5;
const COMMANDS = 20;
const DEVICES = 100;
const OTHERS = 500;
/** And how many bytes of each kind: control reads them in its own thread. One message of any size is always read. */
const BYTES = 4 * LARGEST;

export interface IntakePorts {
	/** For topics of which only the newest message counts. */
	readonly newest: (topic: string) => NewestOf | undefined;
	/** A message was larger than `LARGEST` and was dropped. */
	readonly tooLarge: (topic: string, bytes: number) => void;
	/** More arrived than is read. Called at most once per period. */
	readonly flooded: (topic: string) => void;
	readonly after?: Timer["after"];
}

/** What one period may pass on of one kind of message. */
class Allowance {
	readonly #most: number;
	readonly #bytes: number;
	#left = 0;
	#bytesLeft = 0;

	constructor(most: number, bytes: number) {
		this.#most = most;
		this.#bytes = bytes;
		this.renew();
	}

	takes(bytes: number): boolean {
		if (this.#left === 0 || bytes > this.#bytesLeft) {
			// What comes later must not overtake it.
			this.#left = 0;
			return false;
		}
		this.#left -= 1;
		this.#bytesLeft -= bytes;
		return true;
	}

	renew(): void {
		this.#left = this.#most;
		this.#bytesLeft = this.#bytes;
	}
}

/**
 * The socket, or the websocket inside it, as MQTT.js sees it. MQTT.js takes about 10 µs per message and collects a packet
 * of any size, in the thread of control. So messages that are not worth reading end here, for less than 1 µs, and are
 * acknowledged like all others. The socket is never paused in a flood: the broker's queue would fill and drop the newest
 * message.
 */
export class Intake extends Duplex {
	readonly #socket: Duplex;
	readonly #protocol: Protocol;
	/** Absent for a probe: everything up to `LARGEST` is read. */
	readonly #ports: IntakePorts | undefined;
	readonly #frames: Frames;
	readonly #newest = new Newest();
	readonly #commands = new Allowance(COMMANDS, BYTES);
	readonly #devices = new Allowance(DEVICES, BYTES);
	readonly #others = new Allowance(OTHERS, 4 * BYTES);
	#flooded = false;
	#moment = MOMENT;
	#cancel: (() => void) | undefined;
	#acks: Buffer[] = [];
	#full = false;
	#over = false;

	constructor(socket: Duplex, protocol: Protocol, ports?: IntakePorts) {
		super({ readableHighWaterMark: 4 * LARGEST });
		this.#socket = socket;
		this.#protocol = protocol;
		this.#ports = ports;
		this.#frames = new Frames(LARGEST, {
			publish: (frame) => this.#published(frame),
			tooLarge: (topic, bytes, id) => {
				if (id !== undefined) this.#acks.push(pubackOf(id));
				ports?.tooLarge(topic, bytes);
			},
			other: (bytes) => this.#pass(bytes),
		});
		socket.on("data", (chunk: Buffer) => this.#take(chunk));
		socket.on("end", () => this.#end());
		socket.on("error", (error) => this.destroy(error));
		// The broker's last packets may still be in this stream.
		socket.on("close", () => (this.readableLength === 0 ? this.destroy() : this.once("end", () => this.destroy())));
	}

	override _read(): void {
		if (!this.#full) return;
		this.#full = false;
		this.#socket.resume();
	}

	override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
		if (this.#socket.write(chunk)) done();
		else this.#socket.once("drain", done);
	}

	override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
		this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), "utf8", done);
	}

	override _final(done: (error?: Error | null) => void): void {
		this.#socket.end(() => done());
	}

	override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
		this.#cancel?.();
		this.#socket.destroy();
		done(error);
	}

	#take(chunk: Buffer): void {
		if (this.destroyed) return;
		try {
			this.#frames.take(chunk);
		} catch (flaw) {
			this.destroy(flaw instanceof Error ? flaw : new Error(String(flaw)));
			return;
		}
		this.#acknowledge();
	}

	#published(frame: Publish): void {
		if (this.#reads(frame)) this.#pass(frame.bytes);
		else if (!this.#flooded) {
			this.#flooded = true;
			this.#ports?.flooded(frame.topic);
		}
	}

	/** True where the message is passed on now. Otherwise it is acknowledged and dropped, or held until the period ends. */
	#reads(frame: Publish): boolean {
		if (this.#ports === undefined) return true;
		this.#begin();
		const newest = frame.retain ? undefined : this.#ports.newest(frame.topic);
		if (newest === undefined) {
			if (this.#others.takes(frame.bytes.length)) return true;
			this.#ack(frame);
			return false;
		}
		const allowance = newest.from === "devices" ? this.#devices : this.#commands;
		if (allowance.takes(frame.bytes.length)) return true;
		const replaced = this.#newest.keep(frame, newest.means(frame.topic, payloadOf(frame, this.#protocol)));
		if (replaced !== undefined) this.#acks.push(replaced);
		return false;
	}

	/** Starts a period. At its end the held messages are passed on. */
	#begin(): void {
		this.#cancel ??= (this.#ports?.after ?? clock.after)(this.#moment, () => {
			this.#cancel = undefined;
			for (const allowance of [this.#commands, this.#devices, this.#others]) allowance.renew();
			this.#moment = this.#flooded ? IN_FLOOD : MOMENT;
			this.#flooded = false;
			for (const bytes of this.#newest.take()) this.#pass(bytes);
		});
	}

	#end(): void {
		for (const bytes of this.#newest.take()) this.#pass(bytes);
		this.#over = true;
		this.push(null);
	}

	#pass(bytes: Buffer): void {
		if (this.#over || this.destroyed || this.push(bytes) || this.#full) return;
		this.#full = true;
		this.#socket.pause();
	}

	#ack({ bytes, qos, after_topic }: Publish): void {
		if (qos === 1) this.#acks.push(pubackOf(bytes.readUInt16BE(after_topic)));
	}

	/** Queued, so that an acknowledgement never splits another packet. */
	#acknowledge(): void {
		if (this.#acks.length === 0) return;
		const acks = Buffer.concat(this.#acks);
		this.#acks = [];
		if (this.writable) this.write(acks);
	}
}
