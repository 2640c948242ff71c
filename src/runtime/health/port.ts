import type { Server } from "node:http";
import type { Seconds } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { errorCode } from "#model/untyped/error-code.ts";

export interface Place {
	readonly host: string;
	/** 0 for any that is free. */
	readonly port: number;
	/** How long to wait where it is not available. */
	readonly retry: Seconds;
}

/** Listens on a port from now on, or as soon as it is available: each new cause is told, and it is tried again. */
export class Port {
	/** Resolves with the port when there is one for the first time; never where none can be had. */
	readonly listening: Promise<number>;
	readonly #server: Server;
	readonly #place: Place;
	readonly #tell: Tell;
	#timer: NodeJS.Timeout | undefined;
	#cause: string | undefined;
	#over = false;

	constructor(server: Server, place: Place, tell: Tell) {
		this.#server = server;
		this.#place = place;
		this.#tell = tell;
		const first = Promise.withResolvers<number>();
		this.listening = first.promise;
		server.on("listening", () => {
			this.#listens();
			first.resolve(this.number() ?? place.port);
		});
		server.on("error", (error) => this.#refused(error));
		this.#listen();
	}

	/** Undefined while there is none. */
	number(): number | undefined {
		const address = this.#server.address();
		return typeof address === "object" && address !== null ? address.port : undefined;
	}

	close(): Promise<void> {
		this.#over = true;
		clearTimeout(this.#timer);
		return new Promise((done) => {
			// A server that never listened reports an error instead of closing.
			this.#server.close(() => done());
			this.#server.closeAllConnections();
		});
	}

	#listen(): void {
		const { host, port } = this.#place;
		try {
			this.#server.listen({ port, host });
		} catch (thrown) {
			this.#refused(thrown);
		}
	}

	#listens(): void {
		const { host, port } = this.#place;
		// Looking up the host name may take a while.
		if (this.#over) this.#server.close();
		else if (this.#cause !== undefined) this.#tell(notice("info", "health_served", { host, port }));
		this.#cause = undefined;
	}

	#refused(thrown: unknown): void {
		const { host, port, retry } = this.#place;
		const cause = errorCode(thrown) ?? "unknown";
		if (cause !== this.#cause) this.#tell(notice("warning", "health_not_served", { host, port, cause }));
		this.#cause = cause;
		if (!this.#over && !this.#server.listening) this.#timer = setTimeout(() => this.#listen(), retry * 1000);
	}
}
