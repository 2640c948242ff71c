import { type IncomingHttpHeaders, request } from "node:http";

export interface Answered {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly text: string;
}

const AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36";

/** As much of a browser as logging in takes: it keeps cookies, and asks for pages. */
export class Browser {
	readonly cookies = new Map<string, string>();
	readonly #url: string;
	readonly #from: string;
	readonly #headers: Readonly<Record<string, string>>;

	/** @param from of 127.0.0.0/8 */
	constructor(url: string, from = "127.0.0.1", headers: Readonly<Record<string, string>> = {}) {
		this.#url = url;
		this.#from = from;
		this.#headers = headers;
	}

	get headers(): Readonly<Record<string, string>> {
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
		return { "user-agent": AGENT, accept: "text/html,*/*;q=0.8", ...(cookie && { cookie }), ...this.#headers };
	}

	async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
		return this.#send("GET", path, headers);
	}

	async post(path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
		const type = { "content-type": "application/x-www-form-urlencoded" };
		return this.#send("POST", path, { ...type, ...headers }, new URLSearchParams(fields).toString());
	}

	/** The login page, once this browser is known, and what its form sends along. */
	async form(path = "login"): Promise<Readonly<Record<string, string>>> {
		let { text } = await this.get(path);
		const [, again] = /http-equiv="refresh" content="0;url=([^"]*)"/.exec(text) ?? [];
		if (again !== undefined) ({ text } = await this.get(again.replaceAll("&#38;", "&")));
		const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? "";
		return { form: value("form"), next: value("next").replaceAll("&#38;", "&"), username: value("username") };
	}

	async login(password: string, more: Readonly<Record<string, string>> = {}, path = "login"): Promise<Answered> {
		return this.post("login", { ...(await this.form(path)), password, ...more });
	}

	#send(method: string, path: string, headers: Readonly<Record<string, string>>, body?: string): Promise<Answered> {
		return new Promise((done, failed) => {
			const how = { method, headers: { ...this.headers, ...headers }, localAddress: this.#from, agent: false };
			const asked = request(`${this.#url}${path}`, how, (response) => {
				let text = "";
				for (const line of response.headers["set-cookie"] ?? []) this.#keep(line);
				response.setEncoding("utf8").on("data", (chunk: string) => {
					text += chunk;
				});
				response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
			});
			asked.on("error", failed);
			asked.end(body);
		});
	}

	#keep(line: string): void {
		const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
		if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name);
		else this.cookies.set(name, value);
	}
}
