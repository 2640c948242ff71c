import type { ServerResponse } from "node:http";

/** What is shown, by name. A client is sent the values that changed. */
export type State = ReadonlyMap<string, string>;

/** Most clients over all streams. Each costs a socket and a little work at every change. */
const MOST = 32;
/** Milliseconds between two beats, and how many may pass until a client that takes nothing is disconnected. */
const BEAT = 15_000;
const PATIENCE = 3;

/** The type of a stream of events. */
export const EVENTS = "text/event-stream; charset=utf-8";
/** The same for a proxy that would compress a stream of events, and hold back what does not fill a block. */
export const BYTES = "application/octet-stream";

/** What a client subscribes to. */
export interface Listening {
	/** The present state. */
	readonly state: () => State;
	/** The message for the changed values. */
	readonly event: (different: State) => string;
	/** Whether its reader may still look. Absent: always. */
	readonly still?: () => boolean;
}

interface Client extends Listening {
	readonly response: ServerResponse;
	sent: State;
	/** Beats since the client last took something; undefined while it takes everything. */
	waits?: number;
}

/**
 * Server-sent events (WHATWG HTML, 9.2) for many clients. A slow client gets nothing until it has taken the last message,
 * and then the present state. So it costs no more memory than one state.
 */
export class Streams {
	readonly #clients = new Set<Client>();
	readonly #beat: NodeJS.Timeout;

	constructor(beat = BEAT) {
		this.#beat = setInterval(() => this.#beats(), beat);
		this.#beat.unref();
	}

	get size(): number {
		return this.#clients.size;
	}

	/**
	 * Sends the whole state first. False if there are too many clients; then nothing was answered.
	 * @param type of the content
	 */
	join(response: ServerResponse, how: Listening, type = EVENTS): boolean {
		// It has gone meanwhile: its `close` is over and would never make room again.
		if (response.destroyed) return true;
		if (this.#clients.size >= MOST) return false;
		const client: Client = { ...how, response, sent: new Map() };
		this.#clients.add(client);
		response.on("close", () => this.#clients.delete(client));
		response.on("error", () => response.destroy());
		response.on("drain", () => {
			delete client.waits;
			this.#tell(client);
		});
		response.writeHead(200, {
			"content-type": type,
			"cache-control": "no-store",
			// For proxies that would buffer the stream.
			"x-accel-buffering": "no",
		});
		this.#tell(client);
		return true;
	}

	/** The state may have changed. */
	changed(): void {
		for (const client of this.#clients) this.#tell(client);
	}

	close(): void {
		clearInterval(this.#beat);
		for (const { response } of this.#clients) response.destroy();
		this.#clients.clear();
	}

	#tell(client: Client): void {
		if (this.#isOver(client)) return;
		if (client.waits !== undefined) return;
		const state = client.state();
		const different = new Map([...state].filter(([name, value]) => client.sent.get(name) !== value));
		if (different.size === 0) return;
		client.sent = state;
		this.#write(client, client.event(different));
	}

	/** A reader who logged out, or whose login ended, is let go. */
	#isOver({ still, response }: Client): boolean {
		if (still === undefined || still()) return false;
		response.destroy();
		return true;
	}

	#beats(): void {
		for (const client of this.#clients) {
			if (this.#isOver(client)) continue;
			if (client.waits === undefined) this.#write(client, "event: beat\ndata:\n\n");
			else if (client.waits >= PATIENCE) client.response.destroy();
			else client.waits += 1;
		}
	}

	#write(client: Client, text: string): void {
		if (!client.response.write(text)) client.waits = 0;
	}
}

/** JSON has no line breaks of its own, so it fits in one line of data. */
export const event = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
