import type { ServerResponse } from "node:http";

/** What `GET /services/mqtt` tells of a broker; every field may be as wrong as a test wants it. */
export type Service = Readonly<Record<string, unknown>>;

/** The Supervisor's word about the house's broker: it offers one, has none, forbids to ask, talks nonsense, or is slow. */
export class MqttService {
	#answer: (response: ServerResponse) => void = notEnabled;

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

	/** Answers one question with what was chosen last. */
	answer(response: ServerResponse): void {
		this.#answer(response);
	}
}

export const refuse = (response: ServerResponse, status: number, message: string): void =>
	void response
		.writeHead(status, { "content-type": "application/json" })
		.end(JSON.stringify({ result: "error", message }));
const notEnabled = (response: ServerResponse) => refuse(response, 400, "Service not enabled");
