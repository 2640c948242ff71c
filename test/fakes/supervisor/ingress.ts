import { randomBytes } from "node:crypto";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { bare } from "./answer.ts";
import type { InstalledApp } from "./installed-app.ts";

/** The user of a session, as Home Assistant reported it. */
export interface Visitor {
	readonly id: string;
	readonly username?: string;
	readonly name?: string;
}

type Headers = Readonly<Record<string, string | string[]>>;

/** Belong to one connection, or are made anew on the next. */
const OF_ONE_HOP = [
	"connection",
	"keep-alive",
	"proxy-authenticate",
	"proxy-authorization",
	"te",
	"trailer",
	"transfer-encoding",
	"upgrade",
	"host",
	"content-length",
	"accept-encoding",
];
/** Only the Supervisor may say who is there. */
const NEVER_FORWARDED = /^x-remote-user|supervisor-token|^x-hassio-key/;

/** The way from a browser to the app's page: `/ingress/TOKEN/PATH`, for those who have a session. */
export class Ingress {
	readonly #app: InstalledApp;
	readonly #sessions = new Map<string, Visitor | undefined>();
	readonly #open = new Set<ServerResponse>();

	constructor(app: InstalledApp) {
		this.#app = app;
	}

	open(visitor: Visitor | undefined): string {
		const session = randomBytes(64).toString("hex");
		this.#sessions.set(session, visitor);
		return session;
	}
	/** As when the Supervisor starts anew and has lost what it kept: what is open ends, too. */
	forget(): void {
		this.#sessions.clear();
		for (const response of this.#open) response.destroy();
	}
	has(session: string): boolean {
		return this.#sessions.has(session);
	}

	/** An answer goes through as it comes, so that a stream of events stays one. */
	pass(asked: IncomingMessage, response: ServerResponse) {
		const refused = this.#refused(asked);
		if (refused !== undefined) return bare(response, refused);
		const length = asked.headers["content-length"];
		const options = {
			...this.#place(asked),
			method: asked.method,
			headers: { ...this.#headers(asked), ...(length !== undefined && { "content-length": length }) },
		};
		const onward = request(options, (answer) => {
			response.writeHead(answer.statusCode ?? 502, kept(answer.headers, ["content-length"]));
			response.flushHeaders();
			answer.pipe(response);
			// Also one that breaks off ends here as if it were whole.
			answer.on("close", () => response.end());
		});
		onward.on("error", () => (response.headersSent ? response.destroy() : bare(response, 502)));
		this.#open.add(response);
		response.on("close", () => {
			this.#open.delete(response);
			onward.destroy();
		});
		asked.pipe(onward);
	}

	/** A WebSocket is two wires tied together. */
	upgrade(asked: IncomingMessage, wire: Duplex, head: Buffer) {
		wire.on("error", () => wire.destroy());
		const refused = this.#refused(asked);
		if (refused !== undefined) return wire.end(`HTTP/1.1 ${refused} No\r\nconnection: close\r\n\r\n`);
		const { host, port, path } = this.#place(asked);
		const headers = { ...this.#headers(asked), connection: "Upgrade", upgrade: "websocket" };
		const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
		const onward = connect(port, host, () => {
			onward.write(`${asked.method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
			onward.write(head);
			wire.pipe(onward).pipe(wire);
		});
		onward.on("error", () => wire.destroy());
		wire.on("close", () => onward.destroy());
	}

	#refused({ url = "", headers }: IncomingMessage): number | undefined {
		const session = /(?:^|;\s*)ingress_session=([^;]+)/.exec(headers.cookie ?? "")?.[1];
		if (session === undefined || !this.#sessions.has(session)) return 401;
		if (!url.startsWith(`/ingress/${this.#app.ingressToken}/`)) return 503;
		return this.#app.state === "started" || this.#app.state === "startup" ? undefined : 502;
	}

	#place({ url = "" }: IncomingMessage) {
		const path = url.slice(`/ingress/${this.#app.ingressToken}`.length);
		return { host: "127.0.0.1", port: this.#app.process.port, path };
	}

	#headers(asked: IncomingMessage): Headers {
		const session = /(?:^|;\s*)ingress_session=([^;]+)/.exec(asked.headers.cookie ?? "")?.[1] ?? "";
		const visitor = this.#sessions.get(session);
		return {
			...kept(asked.headers, []),
			...(visitor && { "x-remote-user-id": visitor.id }),
			...(visitor?.username && { "x-remote-user-name": asSent(visitor.username) }),
			...(visitor?.name && { "x-remote-user-display-name": asSent(visitor.name) }),
			host: `127.0.0.1:${this.#app.process.port}`,
			"x-forwarded-for": `${asked.headers["x-forwarded-for"] ?? "None"}, ${asked.socket.remoteAddress}`,
		};
	}
}

/** Python's client writes headers in UTF-8, and Node's writes a byte for each character. */
const asSent = (text: string): string => Buffer.from(text).toString("latin1");

function kept(headers: IncomingMessage["headers"], too: readonly string[]): Headers {
	const through = Object.entries(headers).flatMap(([name, value]) =>
		value !== undefined && (too.includes(name) || !(OF_ONE_HOP.includes(name) || NEVER_FORWARDED.test(name)))
			? [[name, value] as const]
			: [],
	);
	return Object.fromEntries(through);
}
