import type { ServerResponse } from "node:http";

/** One name and value of what is shown; a client is sent those that differ from what it has. */
export type State = ReadonlyMap<string, string>;

/** Clients at a time, over all streams: each costs a socket and a little work at every change. */
const MOST = 32;
/** Milliseconds between two beats; and how many may pass while a client takes nothing, until it is let go. */
const BEAT = 15_000;
const PATIENCE = 3;

/** What a client listens to. */
export interface Listening {
	/** How it is now. */
	readonly state: () => State;
	/** The message that tells what differs. */
	readonly event: (different: State) => string;
}

interface Client extends Listening {
	readonly response: ServerResponse;
	sent: State;
	/** Beats since it took what it was sent last; undefined while it takes all. */
	waits?: number;
}

/**
 * Server-sent events (WHATWG HTML, 9.2) for many clients. A client that is slow is sent nothing until it has taken what it
 * has, and then how things are by then: so it costs no more memory than one state.
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

	/** Sends everything at first; false where too many listen already, and nothing was answered. */
	join(response: ServerResponse, how: Listening): boolean {
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
			"content-type": "text/event-stream; charset=utf-8",
			"cache-control": "no-store",
			// For proxies that would rather collect what comes.
			"x-accel-buffering": "no",
		});
		this.#tell(client);
		return true;
	}

	/** Something may have changed. */
	changed(): void {
		for (const client of this.#clients) this.#tell(client);
	}

	close(): void {
		clearInterval(this.#beat);
		for (const { response } of this.#clients) response.destroy();
		this.#clients.clear();
	}

	#tell(client: Client): void {
		if (client.waits !== undefined) return;
		const state = client.state();
		const different = new Map([...state].filter(([name, value]) => client.sent.get(name) !== value));
		if (different.size === 0) return;
		client.sent = state;
		this.#write(client, client.event(different));
	}

	#beats(): void {
		for (const client of this.#clients) {
			if (client.waits === undefined) this.#write(client, "event: beat\ndata:\n\n");
			else if (client.waits >= PATIENCE) client.response.destroy();
			else client.waits += 1;
		}
	}

	#write(client: Client, text: string): void {
		if (!client.response.write(text)) client.waits = 0;
	}
}

/** JSON has no line breaks of its own, so it is one line of data. */
export const event = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
