import { type IncomingHttpHeaders, request } from "node:http";

export interface Answered {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly text: string;
}

/** A whole answer; unlike `fetch` any header may be given, `host` too. */
export const ask = (
	url: string,
	headers: Readonly<Record<string, string>> = {},
	method = "GET",
	body?: string,
): Promise<Answered> =>
	new Promise((done, failed) => {
		const asked = request(url, { headers, method }, (response) => {
			let text = "";
			response.setEncoding("utf8");
			response.on("data", (chunk: string) => {
				text += chunk;
			});
			response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
			response.on("error", failed);
		});
		asked.on("error", failed);
		asked.end(body);
	});

export const basic = (username: string, password: string) => ({
	authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
});

/** One server-sent event. */
export interface Heard {
	readonly name: string;
	readonly data: unknown;
}

/** Listens to a stream of events until it is closed from one side. */
export function listen(url: string, headers: Readonly<Record<string, string>> = {}) {
	const heard: Heard[] = [];
	const ended = Promise.withResolvers<void>();
	const opened = Promise.withResolvers<Answered>();
	const asked = request(url, { headers, agent: false }, (response) => {
		opened.resolve({ status: response.statusCode ?? 0, headers: response.headers, text: "" });
		let text = "";
		response.setEncoding("utf8");
		response.on("data", (chunk: string) => {
			const events = `${text}${chunk}`.split("\n\n");
			text = events.pop() ?? "";
			heard.push(...events.map(eventIn));
		});
		response.on("error", () => undefined);
		response.on("close", () => ended.resolve());
	});
	asked.on("error", (error) => {
		opened.reject(error);
		ended.resolve();
	});
	asked.end();
	return { heard, opened: opened.promise, ended: ended.promise, close: () => asked.destroy() };
}

function eventIn(text: string): Heard {
	const field = (name: string) =>
		text
			.split("\n")
			.find((line) => line.startsWith(`${name}:`))
			?.slice(name.length + 1)
			.trim() ?? "";
	const data = field("data");
	return { name: field("event"), data: data === "" ? undefined : JSON.parse(data) };
}
