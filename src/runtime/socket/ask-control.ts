import { connect } from "node:net";
import { join } from "node:path";
import type { Seconds } from "#model/quantities/units.ts";
import { isRecord, jsonIn } from "#model/untyped/untyped.ts";
import { lines } from "./socket-lines.ts";

export type Asked =
	| { readonly kind: "answer"; readonly value: unknown }
	/** No controller runs on this folder. */
	| { readonly kind: "nobody" }
	| { readonly kind: "failed"; readonly why: string };

/** In the data folder. */
export const CONTROL_SOCKET = "control.sock";
/** A history or a snapshot is long, but not longer. */
const LONGEST_ANSWER = 16 * 1024 * 1024;

/**
 * Asks the controller that runs on `folder`, if there is one. Never throws.
 * @param timeout for the whole of it, from connecting to the answer
 */
export function askControl(folder: string, request: string, argument: unknown, timeout: Seconds): Promise<Asked> {
	const line = written(request, argument);
	if (line === undefined) return Promise.resolve({ kind: "failed", why: "the argument is no plain data" });
	return new Promise((done) => {
		const socket = connect(join(folder, CONTROL_SOCKET));
		const incoming = lines(LONGEST_ANSWER);
		const over = (asked: Asked) => {
			clearTimeout(timer);
			socket.destroy();
			done(asked);
		};
		const timer = setTimeout(() => over({ kind: "failed", why: `no answer within ${timeout} s` }), timeout * 1000);
		socket.on("error", (error: NodeJS.ErrnoException) => over(refusal(error.code ?? error.message)));
		socket.on("close", () => over({ kind: "failed", why: "the controller hung up" }));
		socket.on("connect", () => void socket.write(line));
		socket.on("data", (chunk: Buffer) => {
			const complete = incoming.take(chunk);
			if (complete === undefined) over({ kind: "failed", why: "the answer is too long" });
			else if (complete[0] !== undefined) over(understood(complete[0]));
		});
	});
}

/** ENOENT: there is no socket. ECONNREFUSED: there is one, but its process is gone. ENOTDIR: not even a folder. */
const NOBODY = ["ENOENT", "ECONNREFUSED", "ENOTDIR"];
const refusal = (code: string): Asked => (NOBODY.includes(code) ? { kind: "nobody" } : { kind: "failed", why: code });

function written(request: string, argument: unknown): string | undefined {
	try {
		return `${JSON.stringify({ request, argument })}\n`;
	} catch {
		return undefined;
	}
}

function understood(line: string): Asked {
	const said = jsonIn(line);
	if (isRecord(said) && "failed" in said) return { kind: "failed", why: String(said["failed"]) };
	if (isRecord(said) && "answer" in said) return { kind: "answer", value: said["answer"] };
	return { kind: "failed", why: "the answer makes no sense" };
}
