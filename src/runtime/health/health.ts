import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { type Seconds, seconds } from "#model/quantities/units.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { admissions } from "./peers.ts";
import { Places } from "./places.ts";
import { listenOn } from "./port.ts";

export interface HealthOptions {
	/** 0 takes any free port. */
	readonly port: number;
	readonly host: string;
	/** Address of the one peer that gets more than the health check, without a login. All others are refused. */
	readonly ingress?: string;
	/** Called for each request. Anyone who can reach the port sees the facts. */
	readonly alive: () => { readonly ok: boolean; readonly facts: Facts };
	/** Told to browsers until there is a handler. */
	readonly coming?: string;
	/** How long to wait for a busy port, 10 s by default. */
	readonly retry?: Seconds;
}

/** Answers requests other than the health check. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Health {
	/** The port in use; undefined without one. */
	port(): number | undefined;
	/** Resolves with the port once there is one. Never settles where there is none. */
	readonly listening: Promise<number>;
	/** Sets the handler of all other requests. Until then they are told to try again. */
	handOn(handler: Handler): void;
	close(): Promise<void>;
}

const RETRY = seconds(10);
/** ms for a whole request. It is a single line. */
const DEADLINE = 5000;
/** ms between checks of that limit. Node's default would give a slow sender 35 s. */
const LOOKED = 1000;

/**
 * The one HTTP port. GET /healthz gives 200 {"ok":true, …facts} or 503 {"ok":false, …facts}; other requests go to the
 * handler. A client without the right gets 403. A client without any right is disconnected. A port that is not available is
 * reported once and tried again. Nothing here throws.
 */
export function serveHealth(
	{ port, host, ingress, alive, coming = "", retry = RETRY }: HealthOptions,
	tell: Tell,
): Health {
	const admission = admissions(ingress);
	let handler: Handler = comeAgain(coming);
	const asked: Asked = new WeakMap();
	const deadlines = { headersTimeout: DEADLINE, requestTimeout: DEADLINE, connectionsCheckingInterval: LOOKED };
	const server = createServer(deadlines, (request, response) => {
		asked.set(request.socket, { request, response });
		const admitted = admission(request.socket.remoteAddress);
		if (admitted === "everything" && !isHealthCheck(request)) return handler(request, response);
		request.resume();
		if (admitted !== "nothing" && isHealthCheck(request)) answer(response, alive);
		else reply(response, 403, { error: "Not for this address." });
	});
	server.on("clientError", (_, socket) => socket.destroy());
	const taken = listenOn(server, { host, port, retry }, tell);
	let crowded = false;
	const places = new Places(() => {
		if (!crowded) tell(notice("warning", "connections_crowded", { host, port: taken.number() ?? port }));
		crowded = true;
	});
	onePlaceEach(server, places, admission, asked);
	return {
		port: taken.number,
		listening: taken.listening,
		handOn(next) {
			handler = next;
		},
		close: taken.close,
	};
}

const isHealthCheck = ({ url, method }: IncomingMessage): boolean =>
	url?.split("?", 1)[0] === "/healthz" && (method === "GET" || method === "HEAD");

/** The last request of each connection. */
type Asked = WeakMap<Socket, { readonly request: IncomingMessage; readonly response: ServerResponse }>;

/** Before the first byte is read, so that a peer without any right takes no place from others. */
function onePlaceEach(server: Server, places: Places, admission: ReturnType<typeof admissions>, asked: Asked): void {
	server.on("connection", (socket) => {
		const held = { silent: () => isSilent(asked.get(socket)), drop: () => socket.destroy() };
		const free = admission(socket.remoteAddress) === "nothing" ? undefined : places.take(socket.remoteAddress, held);
		if (free === undefined) socket.destroy();
		else socket.once("close", free);
	});
}

const isSilent = (
	last: { readonly request: IncomingMessage; readonly response: ServerResponse } | undefined,
): boolean => last === undefined || !last.request.complete || last.response.writableEnded;

/** A browser reloads by itself (header `refresh`). A program is told when to retry. */
const comeAgain =
	(coming: string): Handler =>
	(request, response) => {
		request.resume();
		const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", connection: "close" };
		response.writeHead(503, { ...headers, "retry-after": "2", refresh: "2" });
		response.end(`${coming}\n`);
	};

function answer(response: ServerResponse, alive: HealthOptions["alive"]): void {
	try {
		const { ok, facts } = alive();
		reply(response, ok ? 200 : 503, { ...facts, ok });
	} catch {
		// If the health cannot be determined, the app counts as not healthy.
		reply(response, 503, { ok: false });
	}
}

function reply(response: ServerResponse, status: number, body: Facts): void {
	response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store", connection: "close" });
	response.end(`${JSON.stringify(body)}\n`);
}
