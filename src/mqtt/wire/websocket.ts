import { createHash, randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import { detail } from "#model/sentences/sentence.ts";
import type { Broker } from "../broker.ts";
import { BINARY, CLOSE, CONTINUED, type Frame, FrameReader, frameOf, PING, PONG, TEXT } from "./websocket-frames.ts";

/**
 * MQTT inside a websocket (MQTT 5, 6; RFC 6455), over an open socket. Writes become binary messages; what arrives is read
 * as one stream of bytes. If the other side does not speak websockets, the stream ends with an error that quotes its
 * answer.
 */
export class WebSocketStream extends Duplex {
	readonly #socket: Socket;
	readonly #accept: string;
	readonly #frames = new FrameReader();
	/** The part of the handshake's answer that has arrived; undefined once the handshake succeeded. */
	#answer: Buffer | undefined = Buffer.alloc(0);
	/** Runs the first write, which waits for the handshake. */
	#opened: (() => void) | undefined;
	#ended = false;

	constructor(socket: Socket, { host, port, websocket }: Pick<Broker, "host" | "port" | "websocket">) {
		super();
		this.#socket = socket;
		const key = randomBytes(16).toString("base64");
		this.#accept = createHash("sha1").update(`${key}${GUID}`).digest("base64");
		socket.on("data", (bytes: Buffer) => this.#came(bytes));
		socket.on("error", (error) => this.destroy(error));
		socket.on("close", () => (this.#answer === undefined ? this.#over() : this.destroy()));
		const place = host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
		socket.write(handshake(place, key, websocket ?? {}));
	}

	override _read(): void {
		this.#socket.resume();
	}

	override _write(chunk: Buffer, _: BufferEncoding, done: Done): void {
		const send = () => this.#socket.write(frameOf(BINARY, chunk), () => done());
		if (this.#answer === undefined) send();
		else this.#opened = send;
	}

	/** Chunks that are written together go out in one message. */
	override _writev(chunks: readonly { readonly chunk: Buffer }[], done: Done): void {
		this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), "binary", done);
	}

	override _final(done: Done): void {
		if (this.#answer === undefined) this.#socket.end(frameOf(CLOSE, NORMAL));
		else this.#socket.end();
		done();
	}

	override _destroy(error: Error | null, done: Done): void {
		if (error === null) this.#socket.destroySoon();
		else this.#socket.destroy();
		done(error);
	}

	#came(bytes: Buffer): void {
		if (this.#answer === undefined) {
			this.#framed(bytes);
			return;
		}
		const answer = Buffer.concat([this.#answer, bytes]);
		const end = answer.indexOf("\r\n\r\n");
		if (end === -1 && answer.length < LONGEST && HTTP.startsWith(answer.toString("latin1", 0, HTTP.length)))
			this.#answer = answer;
		else this.#answered(answer, end);
	}

	#answered(answer: Buffer, end: number): void {
		const head = end === -1 ? "" : answer.toString("latin1", 0, end);
		if (!accepted(head, this.#accept)) {
			this.destroy(new Error(refusalIn(head)));
			return;
		}
		this.#answer = undefined;
		this.#opened?.();
		this.#framed(answer.subarray(end + 4));
	}

	#framed(bytes: Buffer): void {
		const frames = this.#frames.take(bytes);
		if (frames === undefined) this.destroy(new Error(detail("not_a_frame")));
		for (const frame of frames ?? []) if (!this.#ended && !this.destroyed) this.#take(frame);
	}

	#take({ kind, payload }: Frame): void {
		if (kind === CLOSE) this.#over();
		if (kind === TEXT) this.destroy(new Error(detail("text_frame")));
		if (kind === PING) this.#socket.write(frameOf(PONG, payload));
		// The reader is full: the rest stays in the socket.
		if ((kind === BINARY || kind === CONTINUED) && !this.push(payload)) this.#socket.pause();
	}

	/** The other side has ended. Data that arrived before is still read. */
	#over(): void {
		if (this.#ended || this.destroyed) return;
		this.#ended = true;
		this.once("end", () => this.destroy());
		this.push(null);
		this.resume();
	}
}

type Done = (error?: Error | null) => void;

/** The same for every websocket (RFC 6455, 1.3). */
const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const HTTP = "HTTP/1.1 ";
/** Most bytes of an answer to the handshake. */
const LONGEST = 8192;
/** "normal closure" (RFC 6455, 7.4.1). */
const NORMAL = Uint8Array.of(0x03, 0xe8);
/** The usual path of brokers that need one. Mosquitto accepts any. */
export const USUAL_PATH = "/mqtt";

const handshake = (place: string, key: string, { path = USUAL_PATH, origin }: NonNullable<Broker["websocket"]>) =>
	[
		`GET ${path} HTTP/1.1`,
		`Host: ${place}`,
		"Upgrade: websocket",
		"Connection: Upgrade",
		`Sec-WebSocket-Key: ${key}`,
		"Sec-WebSocket-Version: 13",
		"Sec-WebSocket-Protocol: mqtt",
		...(origin === undefined ? [] : [`Origin: ${origin}`]),
		"\r\n",
	].join("\r\n");

function accepted(head: string, accept: string): boolean {
	const [status = "", ...lines] = head.split("\r\n");
	const said = new Map(
		lines.map((line) => {
			const colon = line.indexOf(":");
			return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
		}),
	);
	return (
		/^HTTP\/1\.1 101\b/.test(status) &&
		said.get("upgrade")?.toLowerCase() === "websocket" &&
		said.get("sec-websocket-accept") === accept &&
		said.get("sec-websocket-protocol") === "mqtt"
	);
}

/** Has no code, so it is classified as something that does not speak MQTT. Only the status may be shown. */
function refusalIn(head: string): string {
	const status = /^HTTP\/1\.\d (\d{3})\b/.exec(head)?.[1];
	return status === undefined ? detail("no_websocket") : `HTTP ${status}`;
}
