import { connect } from "node:net";
import type { Said } from "./typed.ts";

/** What a line to the control socket is answered with. */
export const askedAt = (path: string, line: string): Promise<string> =>
	new Promise((resolve, reject) => {
		let heard = "";
		const socket = connect(path, () => socket.write(`${line}\n`));
		socket.on("error", reject).on("data", (chunk: Buffer) => {
			heard += chunk.toString();
			if (!heard.endsWith("\n")) return;
			socket.destroy();
			resolve(heard);
		});
	});

/** What a command printed, where that is JSON; else only whether there is something to read. */
export function printed({ code, out, err }: Said) {
	const lines = out.split("\n").filter((line) => line !== "");
	const json = lines.length > 0 && lines.every((line) => /^[{[]/.test(line));
	const said = json ? lines.map((line) => JSON.parse(line)) : readable(out);
	return { exit_code: code, out: said, err: readable(err) };
}
const readable = (text: string) => (text === "" ? "nothing" : "<sentences>");

/** The HTTP port, as a program sees it. */
export class Page {
	readonly #url: string;
	readonly #headers: Readonly<Record<string, string>>;

	/** @param password of the page's user; a stranger has none */
	constructor(port: number, password: string | undefined) {
		this.#url = `http://127.0.0.1:${port}`;
		const login = Buffer.from(`solar:${password}`).toString("base64");
		this.#headers = password === undefined ? {} : { authorization: `Basic ${login}` };
	}

	/** Status, headers that a program goes by, and the body: as JSON, as the first event of a stream, or as some text. */
	async answer(method: string, path: string) {
		const over = new AbortController();
		const response = await fetch(this.#url + path, { method, headers: this.#headers, signal: over.signal });
		const { status, headers } = response;
		const type = headers.get("content-type");
		const asks = headers.get("www-authenticate");
		const body = type?.startsWith("text/event-stream")
			? await firstEvent(response)
			: content(type, await response.text());
		over.abort();
		return { status, type, ...(asks !== null && { asks }), body };
	}
}

function content(type: string | null, text: string): unknown {
	if (text === "") return "nothing";
	return type?.startsWith("application/json") ? JSON.parse(text) : "<sentences>";
}

/** Its name and its data; of parts of the page only what they are called. */
async function firstEvent(response: Response) {
	let text = "";
	const decoder = new TextDecoder();
	for await (const chunk of response.body ?? []) {
		text += decoder.decode(chunk, { stream: true });
		const [, name, data] = /event: (\w+)\n(?:id: .*\n)?data: (.*)\n\n/.exec(text) ?? [];
		if (data === undefined) continue;
		const parsed: unknown = JSON.parse(data);
		return { event: name, data: name === "parts" ? Object.keys(Object(parsed)).sort() : parsed };
	}
	return { event: "none", data: text };
}
