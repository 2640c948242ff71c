import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from "fastify";
import { say } from "#texts/say.ts";
import { failing, NOT_UNDERSTOOD } from "../acts/failing.ts";
import { withToken } from "../acts/form.ts";
import { optionRoutes } from "../acts/option-routes.ts";
import { Refusals } from "../acts/refusals.ts";
import { type Acting, actorIn, actRoutes, permitted } from "../acts/routes.ts";
import { Tokens } from "../acts/tokens.ts";
import { describeRoutes } from "../api/routes.ts";
import { engineerRoutes } from "../engineer/routes.ts";
import { historyRoutes } from "../history/routes.ts";
import { loginRoutes } from "../login/routes.ts";
import { metricsRoutes } from "../metrics/routes.ts";
import type { TurnTimes } from "../metrics/turn-times.ts";
import { optionPages } from "../options/routes.ts";
import { setupRoutes } from "../setup/routes.ts";
import type { Shown } from "../shown.ts";
import { STYLE } from "../style/index.ts";
import { serveFiles } from "./files.ts";
import { guard, stillIn } from "./guard.ts";
import { languageFor } from "./language.ts";
import type { PageOptions } from "./page-options.ts";
import { READ_SCRIPT } from "./read-script.ts";
import type { OnPage } from "./routes.ts";
import { SCRIPT } from "./script.ts";
import { BYTES, EVENTS, event, type Listening, type State, type Streams } from "./stream.ts";

/** What the page keeps beside what it is made of. */
export interface Seen {
	readonly shown: Shown;
	readonly streams: Streams;
	readonly turns: TurnTimes;
}

/** What is answered to whom. */
export async function pageRoutes({ shown, streams, turns }: Seen, options: PageOptions): Promise<FastifyInstance> {
	const { tell, clean, now, about } = options;
	const app = fastify({
		...{ logger: false, exposeHeadRoutes: true, bodyLimit: 1024, frameworkErrors: unreadable },
		// Addresses of an ingress are put together by hand in dashboards, and get two slashes then.
		routerOptions: { ignoreDuplicateSlashes: true },
	});
	const gate = await guard(app, options, tell);
	const languageOf = ({ headers }: FastifyRequest) => options.language ?? languageFor(headers["accept-language"]);
	const acting: Acting = {
		acts: options.acts,
		tokens: new Tokens(),
		refusals: new Refusals(tell, () => now().getTime()),
		clean,
		login: options.login?.username,
		languageOf,
	};
	const on: OnPage = {
		...{ clean, tell, now, about, languageOf },
		snapshot: () => shown.snapshot,
		setsUp: options.setup !== undefined,
		actorIn: (request) => actorIn(request, acting),
		permitted: (request) => permitted(request, acting),
		changed() {
			shown.see();
			streams.changed();
		},
		tokenOf: (person) => acting.tokens.of(person),
	};
	describeRoutes(app, on, options.login !== undefined);
	actRoutes(app, acting);
	documentRoutes(app, shown, acting);
	snapshotRoutes(app, { shown, streams }, acting, (request) => stillIn(gate, request));
	if (gate !== undefined) loginRoutes(app, on, gate);
	hardwareRoutes(app, options, acting);
	serveFiles(app, options.files);
	metricsRoutes(turns)(app, on);
	if (options.histories !== undefined) historyRoutes(options.histories)(app, on);
	if (options.options !== undefined) optionRoutes(options.options)(app, on);
	if (options.forms !== undefined) optionPages(options.forms)(app, on);
	if (options.engineer !== undefined) engineerRoutes(options.engineer)(app, on);
	if (options.setup !== undefined) setupRoutes(options.setup)(app, on);
	for (const more of options.routes ?? []) more(app, on);
	app.setNotFoundHandler((_, reply) => reply.code(404).send({ error: "There is nothing here." }));
	app.setErrorHandler(failing(acting, tell));
	return app;
}

/** The page and what it needs. */
function documentRoutes(app: FastifyInstance, shown: Shown, acting: Acting): void {
	const as = (type: string, text: string) => (_: unknown, reply: FastifyReply) => reply.type(type).send(text);
	app.get("/page.css", as("text/css; charset=utf-8", STYLE));
	app.get("/page.js", as("text/javascript; charset=utf-8", SCRIPT));
	app.get("/read.js", as("text/javascript; charset=utf-8", READ_SCRIPT));
	app.get("/", async (request, reply) => {
		const person = await actorIn(request, acting);
		const text = shown.page({ language: acting.languageOf(request), may: person !== undefined });
		reply.type("text/html; charset=utf-8").header("vary", "accept-language");
		// The text is the same for all who may act; their tokens are not.
		return reply.send(person === undefined ? text : withToken(text, acting.tokens.of(person)));
	});
}

/** The last turn, and what is new in it: for scripts as data, for the page in parts. */
function snapshotRoutes(
	app: FastifyInstance,
	{ shown, streams }: Pick<Seen, "shown" | "streams">,
	{ languageOf, ...acting }: Acting,
	still: (request: FastifyRequest) => () => boolean,
): void {
	app.get("/api/snapshot", (request, reply) => reply.send(shown.data(languageOf(request))));
	app.get("/api/events", (request, reply) => {
		const language = languageOf(request);
		const data = () => event("snapshot", shown.data(language));
		listen(streams, reply, { state: () => shown.news(language), event: data, still: still(request) });
	});
	app.get("/parts", async (request, reply) => {
		const reader = {
			language: languageOf(request),
			may: (await actorIn(request, { languageOf, ...acting })) !== undefined,
		};
		const parts = (different: State) => event("parts", Object.fromEntries(different));
		listen(streams, reply, { state: () => shown.parts(reader), event: parts, still: still(request) });
	});
}

function hardwareRoutes(
	app: FastifyInstance,
	{ hardware, lookAtBroker }: Pick<PageOptions, "hardware" | "lookAtBroker">,
	acting: Acting,
): void {
	const { clean, languageOf } = acting;
	if (hardware !== undefined)
		app.get("/api/hardware", async (request) => clean.data(await hardware(languageOf(request))));
	if (lookAtBroker !== undefined)
		app.post("/api/hardware/broker", async (request, reply) => {
			const person = await permitted(request, acting);
			if (typeof person === "string") return reply.code(403).send({ error: say(languageOf(request), "page", person) });
			lookAtBroker();
			return reply.code(202).send({ broker: "looking" });
		});
}

/** An unreadable path bypasses all hooks. The sender learns only that it was not understood. */
function unreadable(_error: unknown, _request: unknown, reply: FastifyReply): void {
	reply.hijack();
	reply.raw.writeHead(400, { "content-type": "application/json; charset=utf-8" });
	reply.raw.end(JSON.stringify(NOT_UNDERSTOOD));
}

function listen(streams: Streams, reply: FastifyReply, how: Listening): void {
	reply.hijack();
	// The same headers as for GET, but no body.
	const type = reply.request.headers.accept === BYTES ? BYTES : EVENTS;
	if (reply.request.method === "HEAD") {
		reply.raw.writeHead(200, { "content-type": type });
		reply.raw.end();
		return;
	}
	if (streams.join(reply.raw, how, type)) return;
	reply.raw.writeHead(503, { "retry-after": "30" }).end("Too many are looking already.\n");
}
