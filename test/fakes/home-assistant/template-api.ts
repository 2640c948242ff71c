import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface FakeState {
	readonly state: string;
	readonly unit?: string;
	readonly maker?: string;
	/** By the clock of this Home Assistant. */
	readonly reported: number;
	/** When its state last became another one. */
	readonly changed: number;
}

/** Home Assistant's `POST /api/template`, as far as a template asks for states: its answer is text. */
export class TemplateApi {
	readonly states = new Map<string, FakeState>();
	/** Seconds of its own clock. */
	clock = 1_000_000;
	readonly token = "a-long-lived-token";
	asked = 0;
	/** Answers in place of its own. */
	answer: ((response: ServerResponse) => void) | undefined;
	readonly #server = createServer((request, response) => {
		let body = "";
		request.on("data", (chunk) => {
			body += chunk;
		});
		request.on("end", () => {
			this.asked += 1;
			if (this.answer !== undefined) return this.answer(response);
			if (request.url !== "/api/template" || request.method !== "POST") return response.writeHead(404).end();
			if (request.headers.authorization !== `Bearer ${this.token}`)
				return response.writeHead(401).end("401: Unauthorized");
			const { entities } = (JSON.parse(body) as { variables: { entities: string[] } }).variables;
			return response.end(JSON.stringify(entities.map((id) => this.#told(id))));
		});
	});

	async start(): Promise<string> {
		await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** An integration reports a state, changed or not. */
	report(id: string, state: string, more: Partial<FakeState> = {}): void {
		const before = this.states.get(id);
		const changed = before?.state === state ? before.changed : this.clock;
		this.states.set(id, { changed, ...more, state, reported: this.clock });
	}

	stop(): void {
		this.#server.closeAllConnections();
		this.#server.close();
	}

	#told(id: string) {
		const found = this.states.get(id);
		if (found === undefined)
			return { id, state: null, unit: null, reported: null, changed: null, age: null, maker: null };
		const { state, unit = null, maker = null, reported, changed } = found;
		return { id, state, unit, reported, changed, age: this.clock - reported, maker };
	}
}
