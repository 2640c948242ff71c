import { createServer, type Server, type ServerResponse } from "node:http";

/** What `GET /services/mqtt` tells of a broker; every field may be as wrong as a test wants it. */
export type Service = Readonly<Record<string, unknown>>;

export interface Question {
	readonly path: string;
	readonly authorized: boolean;
	/** Monotonic, in ms. */
	readonly at: number;
}

const TOKEN = "fake-supervisor-token-51c2";

/**
 * Home Assistant's Supervisor, as far as an app sees it that asks for its broker: a real HTTP server that offers a
 * service, has none, forbids to ask, talks nonsense, is slow, or is down.
 */
export class FakeSupervisor {
	readonly token = TOKEN;
	/** All that was asked. */
	readonly questions: Question[] = [];
	#server: Server;
	#port: number;
	#answer: (response: ServerResponse) => void = notEnabled;

	private constructor(server: Server, port: number) {
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

	/** A broker is registered. */
	offers(service: Service): void {
		const data = { addon: "core_mosquitto", ssl: false, protocol: "3.1.1", ...service };
		this.says(200, JSON.stringify({ result: "ok", data }));
	}
	/** No broker is registered right now, as while it restarts. */
	hasNone(): void {
		this.#answer = notEnabled;
	}
	/** The manifest lacks the service. */
	forbids(): void {
		this.says(403, JSON.stringify({ result: "error", message: "forbidden" }));
	}
	says(status: number, body: string): void {
		this.#answer = (response) => void response.writeHead(status, { "content-type": "application/json" }).end(body);
	}
	/** Takes the question and never answers. */
	hangs(): void {
		this.#answer = () => undefined;
	}
	/** Answers a byte at a time, for ever. */
	drips(): void {
		this.#answer = (response) => {
			response.writeHead(200, { "content-type": "application/json" });
			const timer = setInterval(() => response.write(" "), 20);
			response.on("close", () => clearInterval(timer));
		};
	}
	/** Hangs up in the middle of its answer. */
	breaksOff(): void {
		this.#answer = (response) => {
			response.writeHead(200, { "content-length": "1000" });
			response.write('{"result":', () => response.destroy());
		};
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
			else this.#answer(response);
		});
	}
}

const refuse = (response: ServerResponse, status: number, message: string) =>
	void response
		.writeHead(status, { "content-type": "application/json" })
		.end(JSON.stringify({ result: "error", message }));
const notEnabled = (response: ServerResponse) => refuse(response, 400, "Service not enabled");

const listening = (server: Server, port: number): Promise<number> =>
	new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", () => {
			const address = server.address();
			resolve(typeof address === "object" && address !== null ? address.port : 0);
		});
	});
