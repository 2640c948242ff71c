import type { IncomingMessage, ServerResponse } from "node:http";
import { fastify } from "fastify";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Tell } from "#model/sentences/notice.ts";
import type { Language } from "#texts/say.ts";
import type { Acts } from "../acts/person.ts";
import type { DayView } from "../day-view.ts";
import type { OwnerView } from "../owner-view.ts";
import { Shown } from "../shown.ts";
import type { About } from "../view.ts";
import type { Clean } from "./clean.ts";
import type { PageFiles } from "./files.ts";
import type { Login } from "./guard.ts";
import { HEADERS } from "./headers.ts";
import { pageRoutes } from "./page-routes.ts";
import type { Routes } from "./routes.ts";
import { Streams } from "./stream.ts";
import { Ticking } from "./ticking.ts";

export interface PageOptions {
	/** The last turn. */
	readonly snapshot: Snapshot;
	readonly about: () => About;
	/** What is connected, for scripts. Looks at the buses when it is asked. */
	readonly hardware?: (language: Language) => Promise<unknown>;
	/** Begins a look at what devices announce at the broker. Its result is with the hardware. */
	readonly lookAtBroker?: () => void;
	/** Routes of single views and of the API, beside those that every page has. */
	readonly routes?: readonly Routes[];
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
	const app = pageRoutes(shown, streams, options);
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

/** Loads everything that is usually loaded late, for a plant so fast that the loading time would matter. */
export async function warmUp(): Promise<void> {
	const app = fastify({ logger: false });
	app.get("/", (_, reply) => reply.send({}));
	await app.ready();
	await app.close();
}
