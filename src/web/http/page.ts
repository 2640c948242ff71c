import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { fastify } from "fastify";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { TurnTimes } from "../metrics/turn-times.ts";
import type { Beside } from "../render-context.ts";
import { Shown } from "../shown.ts";
import { HEADERS } from "./headers.ts";
import type { PageOptions } from "./page-options.ts";
import { pageRoutes } from "./page-routes.ts";
import { Streams } from "./stream.ts";
import { Ticking } from "./ticking.ts";

export type { PageOptions } from "./page-options.ts";

export interface Page {
	/** Answers a request that the port passed on. */
	handle(request: IncomingMessage, response: ServerResponse): void;
	/** A finished turn. */
	see(snapshot: Snapshot): void;
	/** Something else than a turn is to be shown. */
	changed(): void;
	/** Ends every stream. Settles at once. */
	close(): Promise<void>;
}

const CALM = 1000;
/** ms between checks whether the loop still turns, while no turn comes. */
const LOOK = 5000;

/**
 * The page on the port: `/`, `/api/snapshot`, `/api/events`, `/api/hardware`, `/metrics`, the files, and what `/` needs. What it changes
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
		...(options.engineer && { engineer: options.engineer.live }),
		life: randomBytes(8).toString("base64url"),
		...(options.setup && { setup: options.setup.view }),
		beside: besideIn(options),
	});
	const streams = new Streams();
	const turns = new TurnTimes();
	const app = await pageRoutes({ shown, streams, turns }, options);
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
			turns.see();
			shown.see(turn);
			if (streams.size > 0) ticking.soon();
		},
		changed() {
			shown.see();
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

/** What can be asked for beside the page. */
const besideIn = ({ histories, forms, files, login }: PageOptions): readonly Beside[] => [
	...(histories === undefined ? [] : (["history"] as const)),
	...(forms === undefined ? [] : (["options"] as const)),
	...(files === undefined ? [] : (["files"] as const)),
	...(login === undefined ? [] : (["logout"] as const)),
];
