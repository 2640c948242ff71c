import { connect } from "node:net";
import { join } from "node:path";
import type { Seconds } from "#model/quantities/units.ts";
import { remark, type Sentence } from "#model/sentences/sentence.ts";
import { caught } from "#model/untyped/caught.ts";
import { fieldOf, isRecord, jsonIn } from "#model/untyped/untyped.ts";
import { lines } from "./socket-lines.ts";

export type Asked =
	| { readonly kind: "answer"; readonly value: unknown }
	/** No controller runs on this folder. */
	| { readonly kind: "not_running" }
	/** `why` is of the section `command`. Its fact `said` is the controller's own sentence, for codes unknown here. */
	| { readonly kind: "failed"; readonly why: Sentence };

/** Name in the data folder. */
export const CONTROL_SOCKET = "control.sock";
/** Bytes. Histories and snapshots are long, but shorter than this. */
const LONGEST_ANSWER = 16 * 1024 * 1024;

/**
 * Asks the controller that runs on `folder`, if there is one. Never throws.
 * @param timeout from connecting to the end of the answer
 */
export function askControl(folder: string, request: string, argument: unknown, timeout: Seconds): Promise<Asked> {
	const line = written(request, argument);
	if (line === undefined) return Promise.resolve(failed(remark("argument_no_data")));
	return new Promise((done) => {
		const socket = connect(join(folder, CONTROL_SOCKET));
		const incoming = lines(LONGEST_ANSWER);
		const over = (asked: Asked) => {
			clearTimeout(timer);
			socket.destroy();
			done(asked);
		};
		const timer = setTimeout(() => over(failed(remark("no_answer", { seconds: timeout }))), timeout * 1000);
		socket.on("error", (error: NodeJS.ErrnoException) => over(refusal(error.code ?? error.message)));
		socket.on("close", () => over(failed(remark("hung_up"))));
		socket.on("connect", () => void socket.write(line));
		socket.on("data", (chunk: Buffer) => {
			const complete = incoming.take(chunk);
			if (complete === undefined) over(failed(remark("answer_long")));
			else if (complete[0] !== undefined) over(understood(complete[0]));
		});
	});
}

/** ENOENT: no socket. ECONNREFUSED: the socket's process is gone. ENOTDIR: no such folder. */
const NOT_RUNNING = ["ENOENT", "ECONNREFUSED", "ENOTDIR"];
const refusal = (cause: string): Asked =>
	NOT_RUNNING.includes(cause) ? { kind: "not_running" } : failed(remark("cause", { cause }));

const failed = (why: Sentence): Asked => ({ kind: "failed", why });

const written = (request: string, argument: unknown): string | undefined =>
	caught(() => `${JSON.stringify({ request, argument })}\n`, undefined);

function understood(line: string): Asked {
	const said = jsonIn(line);
	if (isRecord(said) && "failed" in said) return failed(reasonIn(said));
	if (isRecord(said) && "answer" in said) return { kind: "answer", value: said["answer"] };
	return failed(remark("answer_garbled"));
}

/** A controller of an older version gives a sentence and no code. */
function reasonIn(answer: Readonly<Record<string, unknown>>): Sentence {
	const said = String(answer["failed"]);
	const found = sentenceIn(answer);
	return found === undefined ? remark("controller_says", { said }) : { ...found, facts: { said, ...found.facts } };
}

/** The code and facts of an answer; undefined without them. */
export function sentenceIn(answer: unknown): Sentence | undefined {
	const [code, facts] = ["code", "facts"].map((name) => fieldOf(answer, name));
	if (typeof code !== "string") return undefined;
	return { code, facts: Object.fromEntries(Object.entries(isRecord(facts) ? facts : {}).filter(isFact)) };
}

const isFact = (entry: [string, unknown]): entry is [string, string | number | boolean] =>
	["string", "number", "boolean"].includes(typeof entry[1]);
