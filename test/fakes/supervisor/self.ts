import { createServer, type IncomingMessage, type Server } from "node:http";
import * as z from "zod";
import { listening } from "../supervisor.ts";
import { fail, ok } from "./answer.ts";
import { repository } from "./manifest.ts";
import { type Judged, judged, merged, type Options } from "./options.ts";
import type { Schema } from "./schema-words.ts";

/** What the Supervisor answers to a question, or does in place of an answer. */
export type Mood = "well" | "hangs" | "breaks" | { readonly status: number };

/**
 * What an app asks the Supervisor about itself: its options, and a restart. Judged and merged as by the real one, with this
 * checkout's manifest unless told another.
 */
export class SelfAtSupervisor {
	readonly token = "self-token-77d1";
	readonly asked: string[] = [];
	/** What the user has saved. */
	own: Options = {};
	schema: Readonly<Record<string, Schema>>;
	defaults: Options;
	/** By path. */
	readonly moods = new Map<string, Mood>();
	/** Called before a POST of options is answered: somebody else is faster. */
	before: (() => void) | undefined;
	/** Called once, after a POST of options has done its work: somebody else comes next. */
	after: (() => void) | undefined;
	restarts = 0;
	readonly #server: Server;
	#port = 0;

	private constructor() {
		const { schema, options } = repository().manifest;
		this.schema = schema;
		this.defaults = options;
		this.#server = createServer((request, response) => {
			const path = request.url ?? "";
			this.asked.push(`${request.method} ${path}`);
			if (request.headers.authorization !== `Bearer ${this.token}`) return fail(response, 403, "forbidden");
			const mood = this.moods.get(`${request.method} ${path}`) ?? "well";
			if (mood === "hangs") return undefined;
			if (mood === "breaks") return void response.destroy();
			if (mood !== "well") return fail(response, mood.status, "told to");
			return void bodyOf(request).then((body) => {
				switch (`${request.method} ${path}`) {
					case "GET /addons/self/info":
						return ok(response, {
							slug: "local_solar_heating",
							options: this.options,
							long_description: "x".repeat(300_000),
						});
					case "POST /addons/self/options": {
						this.before?.();
						const answer = this.save(z.object({ options: z.record(z.string(), z.unknown()) }).parse(body).options);
						const next = this.after;
						this.after = undefined;
						next?.();
						return answer.valid
							? ok(response)
							: fail(response, 400, `App local_solar_heating has invalid options: ${answer.message}`);
					}
					case "POST /addons/self/restart":
						this.restarts += 1;
						return ok(response);
					default:
						return fail(response, 404, "not found");
				}
			});
		});
	}

	static async start(): Promise<SelfAtSupervisor> {
		const fake = new SelfAtSupervisor();
		fake.#port = await listening(fake.#server, 0);
		return fake;
	}

	get url(): string {
		return `http://127.0.0.1:${this.#port}`;
	}
	get env(): Readonly<Record<string, string>> {
		return { SUPERVISOR_TOKEN: this.token, SUPERVISOR_URL: this.url };
	}
	/** As its API has them. */
	get options(): Options {
		return merged(this.defaults, this.own);
	}
	/** As it writes them to /data/options.json at a start. Throws where it would refuse the start. */
	written(): Options {
		const answer = judged(this.schema, this.options, "Solar Heating");
		if (!answer.valid) throw new Error(answer.message);
		return answer.options;
	}
	/** As the options page saves. */
	save(options: Options): Judged {
		const answer = judged(this.schema, options, "Solar Heating");
		if (answer.valid) this.own = answer.options;
		return answer;
	}
	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise<void>((done) => {
			this.#server.close(() => done());
		});
	}
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
	let text = "";
	for await (const chunk of request) text += String(chunk);
	return text === "" ? undefined : JSON.parse(text);
}
