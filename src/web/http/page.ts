import type { IncomingMessage, ServerResponse } from "node:http";
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from "fastify";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import type { Language } from "#texts/say.ts";
import { withToken } from "../acts/form.ts";
import type { Acts } from "../acts/person.ts";
import { Refusals } from "../acts/refusals.ts";
import { type Acting, actorIn, actRoutes } from "../acts/routes.ts";
import { Tokens } from "../acts/tokens.ts";
import type { DayView } from "../day-view.ts";
import type { OwnerView } from "../owner-view.ts";
import { Shown } from "../shown.ts";
import { STYLE } from "../style/index.ts";
import type { About } from "../view.ts";
import type { Clean } from "./clean.ts";
import { type PageFiles, serveFiles } from "./files.ts";
import { guard, type Login } from "./guard.ts";
import { HEADERS } from "./headers.ts";
import { languageFor } from "./language.ts";
import { SCRIPT } from "./script.ts";
import { event, type Listening, type State, Streams } from "./stream.ts";
import { Ticking } from "./ticking.ts";

export interface PageOptions {
	/** The last turn. */
	readonly snapshot: Snapshot;
	readonly about: () => About;
	/** What is connected, for scripts. Looks at the buses when it is asked. */
	readonly hardware?: (language: Language) => Promise<unknown>;
	/** Begins a look at what devices announce at the broker. Its result is with the hardware. */
	readonly lookAtBroker?: () => void;
	/** What a person takes along to Home Assistant. */
	readonly files?: PageFiles;
	readonly clean: Clean;
	readonly tell: Tell;
	/** The time of day. */
	readonly now: () => Date;
	/** Set if the options name it. Otherwise each browser chooses. */
	readonly language?: Language;
	/** What administrators may change. Absent: the page only shows. */
	readonly acts?: Acts;
	/** What an owner looks at beside the turn. Worked out when it is shown. */
	readonly owner?: (snapshot: Snapshot, language: Language) => OwnerView;
	/** Today's history. Undefined while it is not known. */
	readonly day?: (snapshot: Snapshot, language: Language) => DayView | undefined;
	/** The login of a page without an ingress. Absent behind an ingress, which has checked it. */
	readonly login?: Login;
	/** Names of this machine that a browser may use, besides its addresses. */
	readonly names?: readonly string[];
	/** Least milliseconds between two messages to a browser. */
	readonly calm?: number;
}

export interface Page {
	/** Answers a request that the port passed on. */
	handle(request: IncomingMessage, response: ServerResponse): void;
	/** A finished turn. */
	see(snapshot: Snapshot): void;
	/** Ends every stream. Settles at once. */
	close(): Promise<void>;
}

const CALM = 1000;
/** ms between checks whether the loop still turns, while no turn comes. */
const LOOK = 5000;

/**
 * The page on the port: `/`, `/api/snapshot`, `/api/events`, `/api/hardware`, the files, and what `/` needs. What it changes
 * goes through `acts`; a person may also ask it to look at the broker.
 */
export async function openPage(options: PageOptions): Promise<Page> {
	const { snapshot, about, clean, now, calm = CALM } = options;
	const shown = new Shown(snapshot, {
		about,
		clean,
		now,
		...(options.owner && { owner: options.owner }),
		...(options.day && { day: options.day }),
	});
	const streams = new Streams();
	const app = routes(shown, streams, options);
	await app.ready();
	const ticking = new Ticking(() => streams.changed(), calm);
	const look = setInterval(() => {
		shown.see();
		ticking.soon();
	}, LOOK);
	look.unref();
	return {
		handle(request, response) {
			for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
			app.routing(request, response);
		},
		see(turn) {
			shown.see(turn);
			if (streams.size > 0) ticking.soon();
		},
		async close() {
			clearInterval(look);
			ticking.stop();
			streams.close();
			await app.close();
		},
	};
}

/** What is answered to whom. */
function routes(shown: Shown, streams: Streams, options: PageOptions): FastifyInstance {
	const app = fastify({ logger: false, exposeHeadRoutes: true, bodyLimit: 1024, frameworkErrors: unreadable });
	app.addHook("onRequest", guard(options, options.tell));
	const languageOf = ({ headers }: FastifyRequest) => options.language ?? languageFor(headers["accept-language"]);

	const tokens = new Tokens();
	const acting: Acting = {
		acts: options.acts,
		tokens,
		refusals: new Refusals(options.tell, () => options.now().getTime()),
		clean: options.clean,
		login: options.login?.username,
		languageOf,
	};
	actRoutes(app, acting);

	const as = (type: string, text: string) => (_: unknown, reply: FastifyReply) => reply.type(type).send(text);
	app.get("/page.css", as("text/css; charset=utf-8", STYLE));
	app.get("/page.js", as("text/javascript; charset=utf-8", SCRIPT));
	app.get("/", async (request, reply) => {
		const person = await actorIn(request, acting);
		const text = shown.page({ language: languageOf(request), may: person !== undefined });
		reply.type("text/html; charset=utf-8").header("vary", "accept-language");
		// The text is the same for all who may act; their tokens are not.
		return reply.send(person === undefined ? text : withToken(text, tokens.of(person)));
	});
	app.get("/api/snapshot", (request, reply) => reply.send(shown.data(languageOf(request))));
	const { hardware, clean } = options;
	if (hardware !== undefined)
		app.get("/api/hardware", async (request) => clean.data(await hardware(languageOf(request))));
	const { lookAtBroker } = options;
	if (lookAtBroker !== undefined)
		app.post("/api/hardware/broker", (_, reply) => {
			lookAtBroker();
			return reply.code(202).send({ broker: "looking" });
		});
	app.get("/api/events", (request, reply) => {
		const language = languageOf(request);
		const data = () => event("snapshot", shown.data(language));
		listen(streams, reply, { state: () => shown.news(language), event: data });
	});
	app.get("/parts", async (request, reply) => {
		const reader = { language: languageOf(request), may: (await actorIn(request, acting)) !== undefined };
		const parts = (different: State) => event("parts", Object.fromEntries(different));
		listen(streams, reply, { state: () => shown.parts(reader), event: parts });
	});
	serveFiles(app, options.files);
	app.setNotFoundHandler((_, reply) => reply.code(404).send({ error: "There is nothing here." }));
	app.setErrorHandler(failing(options.tell));
	return app;
}

/** An unreadable path bypasses all hooks. The sender learns only that it was not understood. */
function unreadable(_error: unknown, _request: unknown, reply: FastifyReply): void {
	reply.hijack();
	reply.raw.writeHead(400, { "content-type": "application/json; charset=utf-8" });
	reply.raw.end(JSON.stringify(NOT_UNDERSTOOD));
}

/** Loads everything that is usually loaded late, for a plant so fast that the loading time would matter. */
export async function warmUp(): Promise<void> {
	const app = fastify({ logger: false });
	app.get("/", (_, reply) => reply.send({}));
	await app.ready();
	await app.close();
}

function listen(streams: Streams, reply: FastifyReply, how: Listening): void {
	reply.hijack();
	// The same headers as for GET, but no body.
	if (reply.request.method === "HEAD") {
		reply.raw.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
		reply.raw.end();
		return;
	}
	if (streams.join(reply.raw, how)) return;
	reply.raw.writeHead(503, { "retry-after": "30" }).end("Too many are looking already.\n");
}

/** An invalid request is answered. A bug of ours is logged once, and the page continues. */
function failing(tell: Tell) {
	let told = false;
	return (error: unknown, _: FastifyRequest, reply: FastifyReply) => {
		const status = statusOf(error);
		if (status < 500) return reply.code(status).send(NOT_UNDERSTOOD);
		if (!told) tell(notice("error", "view_failed", { what: "page", error: String(error) }));
		told = true;
		return reply.code(500).send({ error: "The page failed; the log says why. Control goes on." });
	};
}

const NOT_UNDERSTOOD = { error: "Not understood." };

const statusOf = (error: unknown): number => {
	const status = fieldOf(error, "statusCode");
	return typeof status === "number" && status >= 400 ? status : 500;
};
