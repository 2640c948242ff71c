import { randomBytes } from "node:crypto";
import { request } from "node:http";
import type { Duplex } from "node:stream";
import * as z from "zod";
import { textFrame, textFrames } from "./web-socket-frames.ts";

const PATIENCE = 5000;
const Message = z.union([
	z.looseObject({ type: z.string() }).transform((one) => [one]),
	z.array(z.looseObject({ type: z.string() })),
]);

/** Home Assistant's core as its Supervisor talks to it: over a Unix socket that needs no login. */
export class Core {
	readonly #socket: string;
	constructor(socket: string) {
		this.#socket = socket;
	}

	/** Gives the status of the answer; 0 without one. */
	send(method: "POST" | "DELETE", path: string): Promise<number> {
		return new Promise((resolve) => {
			const asked = request({ socketPath: this.#socket, method, path, headers: { host: "core" } }, (answer) => {
				answer.resume();
				resolve(answer.statusCode ?? 0);
			});
			asked.on("error", () => resolve(0));
			asked.end();
		});
	}

	/** One command of the WebSocket API, and its result; undefined while the core is down or silent. */
	command(command: Readonly<Record<string, unknown>>): Promise<unknown> {
		return new Promise((resolve) => {
			const headers = {
				host: "core",
				connection: "Upgrade",
				upgrade: "websocket",
				"sec-websocket-version": "13",
				"sec-websocket-key": randomBytes(16).toString("base64"),
			};
			const asked = request({ socketPath: this.#socket, path: "/api/websocket", headers });
			const end = (result?: unknown) => {
				clearTimeout(impatient);
				asked.destroy();
				resolve(result);
			};
			const impatient = setTimeout(end, PATIENCE);
			asked.on("error", () => end());
			asked.on("response", () => end());
			asked.on("upgrade", (_answer, stream, head) => converse(stream, head, command, end));
			asked.end();
		});
	}
}

/** The core greets by itself; then the command goes out, and its result comes back. */
function converse(
	stream: Duplex,
	head: Buffer,
	command: Readonly<Record<string, unknown>>,
	end: (result?: unknown) => void,
): void {
	const read = textFrames((text) => {
		for (const message of Message.parse(JSON.parse(text))) {
			if (message.type === "auth_ok") stream.write(textFrame(JSON.stringify({ id: 1, ...command })));
			if (message.type !== "result") continue;
			end(message["result"]);
			stream.destroy();
		}
	});
	stream.on("error", () => end());
	stream.on("data", read);
	read(head);
}
