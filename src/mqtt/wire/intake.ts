import { Duplex } from "node:stream";
import type { Protocol } from "../broker.ts";
import { Frames, type Publish, payloadOf, pubackOf } from "./frames.ts";
import { Newest } from "./newest.ts";
import { clock, type Timer } from "./timer.ts";

/**
 * Bytes of the largest packet that is read. By MQTT 5 the broker is told and keeps larger ones to itself. Nothing that is
 * meant for us comes near it, and all that may be held at once stays small beside the memory of an app.
 */
export const LARGEST = 64 * 1024;
/** Seconds in which messages are counted, after a moment that was flooded, and how many are read at once in that time. */
const MOMENT = 0.05;
const IN_FLOOD = 0.5;
const COMMANDS = 20;
const OTHERS = 500;

export interface IntakePorts {
	/** Topics of which only the newest message counts, and whether a payload there means anything. */
	readonly meant: (topic: string) => ((payload: Uint8Array) => boolean) | undefined;
	/** A message was larger than `LARGEST` and not read. */
	readonly tooLarge: (topic: string, bytes: number) => void;
	/** More came in than is read; once per moment at most. */
	readonly flooded: (topic: string) => void;
	readonly after?: Timer["after"];
}

/**
 * The socket, or what is spoken inside it, as MQTT.js sees it. MQTT.js takes some 10 µs per message and collects a packet of any size, both in the
 * thread of control; so what is not worth reading ends here, where it costs less than a microsecond, and is acknowledged
 * like everything else. The socket is never paused for a flood: the broker's queue would fill, and the newest be lost.
 */
export class Intake extends Duplex {
	readonly #socket: Duplex;
	readonly #protocol: Protocol;
	/** Absent: everything up to the largest packet is read, as a probe wants it. */
	readonly #ports: IntakePorts | undefined;
	readonly #frames: Frames;
	readonly #newest = new Newest();
	#commands = 0;
	#others = 0;
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
		// The broker's last packets may still be on their way through here.
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

	/** Whether it goes on at once; else it is acknowledged, or held until the moment is over. */
	#reads(frame: Publish): boolean {
		if (this.#ports === undefined) return true;
		this.#begin();
		const means = frame.retain ? undefined : this.#ports.meant(frame.topic);
		if (means === undefined) {
			if (this.#others++ < OTHERS) return true;
			this.#ack(frame);
			return false;
		}
		if (this.#commands++ < COMMANDS) return true;
		const replaced = this.#newest.keep(frame, means(payloadOf(frame, this.#protocol)));
		if (replaced !== undefined) this.#acks.push(replaced);
		return false;
	}

	/** At the end of each moment what was held goes on, and another one may begin. */
	#begin(): void {
		this.#cancel ??= (this.#ports?.after ?? clock.after)(this.#moment, () => {
			this.#cancel = undefined;
			this.#commands = 0;
			this.#others = 0;
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

	/** By way of our own queue, so that no acknowledgement comes in the middle of another packet. */
	#acknowledge(): void {
		if (this.#acks.length === 0) return;
		const acks = Buffer.concat(this.#acks);
		this.#acks = [];
		if (this.writable) this.write(acks);
	}
}
