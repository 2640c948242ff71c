import { createServer, type Server } from "node:http";
import { MqttService, refuse } from "./supervisor/mqtt-service.ts";

export interface Question {
	readonly path: string;
	readonly authorized: boolean;
	/** Monotonic, in ms. */
	readonly at: number;
}

const TOKEN = "fake-supervisor-token-51c2";

/**
 * Home Assistant's Supervisor, as far as an app sees it that asks for its broker: a real HTTP server that offers a
 * service, has none, forbids to ask, talks nonsense, is slow, or is down. `supervisor/supervisor.ts` is all of it.
 */
export class FakeSupervisor extends MqttService {
	readonly token = TOKEN;
	/** All that was asked. */
	readonly questions: Question[] = [];
	#server: Server;
	#port: number;

	private constructor(server: Server, port: number) {
		super();
		this.#server = server;
		this.#port = port;
	}

	static async start(): Promise<FakeSupervisor> {
		const server = createServer();
		const fake = new FakeSupervisor(server, await listening(server, 0));
		fake.#serve();
		return fake;
	}

	get url(): string {
		return `http://127.0.0.1:${this.#port}`;
	}

	async down(): Promise<void> {
		const server = this.#server;
		await new Promise<void>((done) => {
			server.close(() => done());
			server.closeAllConnections();
		});
	}
	/** On the same port again. */
	async up(): Promise<void> {
		this.#server = createServer();
		await listening(this.#server, this.#port);
		this.#serve();
	}

	#serve(): void {
		this.#server.on("request", (request, response) => {
			const path = request.url ?? "";
			const authorized = request.headers.authorization === `Bearer ${TOKEN}`;
			this.questions.push({ path, authorized, at: performance.now() });
			if (!authorized) refuse(response, 401, "unauthorized");
			else if (request.method !== "GET" || path !== "/services/mqtt") refuse(response, 404, "not found");
			else this.answer(response);
		});
	}
}

/** Listens on the loopback; gives the port. */
export const listening = (server: Server, port: number): Promise<number> =>
	new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", () => {
			const address = server.address();
			resolve(typeof address === "object" && address !== null ? address.port : 0);
		});
	});
