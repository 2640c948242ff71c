import { chmodSync, lstatSync, unlinkSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { seconds } from "#model/quantities/units.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { inside, Mistake, remark, type Sentence, type Word } from "#model/sentences/sentence.ts";
import { errorCode } from "#model/untyped/error-code.ts";
import { fieldOf, jsonIn } from "#model/untyped/untyped.ts";
import { askControl, CONTROL_SOCKET } from "./ask-control.ts";
import { lines } from "./socket-lines.ts";

/** Most bytes of a request. */
export const LONGEST_REQUEST = 64 * 1024;
/** Most clients at a time. */
const MOST = 32;
/** ms that a client may stay silent or leave an answer unread. */
const SILENCE = 30_000;

/** The question came too early. This is no failure and not logged. */
export class NotYet extends Mistake {
	constructor() {
		super(remark("still_starting"));
	}
}

/** The handlers by request. A `Mistake` becomes a failed answer with its sentence; any other exception is a bug. */
export type Handlers = Readonly<Record<string, (argument: unknown) => Promise<unknown>>>;

export type Serving =
	| {
			readonly kind: "serving";
			/** Listens again after the socket was removed. Gives the cause if that fails. */
			again(): Promise<string | undefined>;
			close(): Promise<void>;
	  }
	/** Another controller answers here, so this one must not run. */
	| { readonly kind: "taken" }
	/** `why` is an error code of the system. */
	| { readonly kind: "failed"; readonly why: string };

/** How answers are prepared before they leave the process. */
export interface Manners {
	/** Removes secrets. */
	readonly clean: (value: unknown) => unknown;
	/** Gives commands of an older version, which know no codes, the reason in English. */
	readonly word: Word;
}

/**
 * Answers on `control.sock` (0600) in `folder`. Each line `{"request", "argument"}` gets a line `{"answer"}` or `{"failed",
 * "code", "facts"}`, in order within a connection. The code is of the section `command`; `failed` says the same in words.
 * The socket of a killed controller is removed. A running controller keeps its own.
 */
export async function serveControl(
	folder: string,
	handlers: Handlers,
	tell: Tell,
	manners: Manners = { clean: (value) => value, word: ({ code }) => code },
): Promise<Serving> {
	const path = join(folder, CONTROL_SOCKET);
	const clients = new Set<Socket>();
	const server = createServer((socket) => {
		if (clients.size >= MOST) {
			socket.destroy();
			return;
		}
		clients.add(socket);
		socket.once("close", () => clients.delete(socket));
		converse(socket, (line) => answer(line, handlers, tell, manners), manners.word);
	});
	const first = await listening(server, path);
	const met = first === "EADDRINUSE" ? await afterClearing(folder, path, server) : first;
	if (met === "taken") return { kind: "taken" };
	if (met !== undefined) return { kind: "failed", why: met };
	server.on("error", (error) => tell(notice("warning", "control_socket_error", { why: error.message })));
	return {
		kind: "serving",
		again() {
			// A socket that another controller created stays. Closing our server would remove it.
			if (identity(path) !== undefined) return Promise.resolve("taken");
			server.close();
			return listening(server, path);
		},
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				for (const client of clients) client.destroy();
			}),
	};
}

/** Removes a socket that does not answer, and listens. Leaves a socket that another process created in between. */
async function afterClearing(folder: string, path: string, server: Server): Promise<string | undefined> {
	const before = identity(path);
	const asked = await askControl(folder, "are_you_there", undefined, seconds(2));
	if (asked.kind === "failed" && asked.why.facts["cause"] === "EACCES") return "EACCES";
	// A controller that hangs or refuses still holds the outputs.
	if (asked.kind !== "not_running" || identity(path) !== before) return "taken";
	try {
		if (before !== undefined) unlinkSync(path);
	} catch (thrown) {
		return errorCode(thrown) ?? "unknown";
	}
	const met = await listening(server, path);
	return met === "EADDRINUSE" ? "taken" : met;
}

/** Undefined once it listens, otherwise the error code. */
function listening(server: Server, path: string): Promise<string | undefined> {
	return new Promise((done) => {
		const refused = (error: Error) => done(errorCode(error) ?? "unknown");
		server.once("error", refused);
		server.listen(path, () => {
			server.off("error", refused);
			try {
				chmodSync(path, 0o600);
				done(undefined);
			} catch (thrown) {
				server.close(() => done(errorCode(thrown) ?? "unknown"));
			}
		});
	});
}

/** The inode alone is not enough, because file systems reuse it at once. */
function identity(path: string): string | undefined {
	const found = lstatSync(path, { throwIfNoEntry: false, bigint: true });
	return found === undefined ? undefined : `${found.ino} ${found.ctimeNs}`;
}

/**
 * Reads requests and writes answers, one at a time. Nothing is read while an answer is made or waits to be taken. So a
 * connection needs memory for one chunk and one answer, however much it asks.
 */
function converse(socket: Socket, answered: (line: string) => Promise<string>, word: Word): void {
	const incoming = lines(LONGEST_REQUEST);
	let working = false;
	socket.on("error", () => socket.destroy());
	socket.setTimeout(SILENCE, () => {
		if (!working) socket.destroy();
	});
	const handle = async (complete: readonly string[]) => {
		for (const line of complete) {
			working = true;
			const text = await answered(line);
			working = false;
			if (!socket.writable) return;
			if (!socket.write(text)) await taken(socket);
			// Many small requests must not delay a turn.
			await setImmediate();
		}
		socket.resume();
	};
	const hear = (chunk: Buffer) => {
		const complete = incoming.take(chunk);
		if (complete !== undefined) {
			socket.pause();
			void handle(complete);
			return;
		}
		socket.off("data", hear);
		socket.end(failed(remark("request_long"), word));
		socket.resume();
	};
	socket.on("data", hear);
}

/** Settles when what was written has been taken, or the socket closed. */
const taken = (socket: Socket): Promise<void> =>
	new Promise((resolve) => {
		const done = () => {
			socket.off("drain", done).off("close", done);
			resolve();
		};
		socket.on("drain", done).on("close", done);
	});

const failed = (why: Sentence, word: Word) => `${JSON.stringify({ failed: word(why), ...why })}\n`;

async function answer(line: string, handlers: Handlers, tell: Tell, { clean, word }: Manners): Promise<string> {
	const asked = understood(line);
	if (asked === undefined) return failed(remark("request_garbled"), word);
	const handler = Object.hasOwn(handlers, asked.request) ? handlers[asked.request] : undefined;
	if (handler === undefined)
		return failed(remark("request_unknown", { known: Object.keys(handlers).join(", ") }), word);
	try {
		return `${JSON.stringify({ answer: clean(await handler(asked.argument)) ?? null })}\n`;
	} catch (thrown) {
		const bug = () => remark("controller_bug", { error: String(fieldOf(thrown, "message") ?? thrown) });
		const { code, facts } = thrown instanceof Mistake ? thrown.sentence : bug();
		const why = { code, facts: clean(facts) as Facts };
		if (!(thrown instanceof NotYet))
			tell(notice("error", "control_request_failed", { ...inside("why", why), request: asked.request }));
		return failed(why, word);
	}
}

function understood(line: string): { readonly request: string; readonly argument: unknown } | undefined {
	const said = jsonIn(line);
	const request = fieldOf(said, "request");
	return typeof request === "string" ? { request, argument: fieldOf(said, "argument") } : undefined;
}
