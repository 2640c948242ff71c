import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Tell } from "#model/sentences/notice.ts";
import type { Language } from "#texts/say.ts";
import type { Person, Refusal } from "../acts/person.ts";
import type { About } from "../view.ts";
import type { Clean } from "./clean.ts";

/** What routes know of the page they are on. */
export interface OnPage {
	readonly clean: Clean;
	readonly tell: Tell;
	/** The last turn. */
	readonly snapshot: () => Snapshot;
	readonly about: () => About;
	/** The time of day. */
	readonly now: () => Date;
	/** In which language this request is answered. */
	readonly languageOf: (request: FastifyRequest) => Language;
	/** Who it is, if this person may change something. */
	readonly actorIn: (request: FastifyRequest) => Promise<Person | undefined>;
	/**
	 * Who asks for something that changes something, from a page of ours: from the same site, with the person's token as the
	 * header `x-solar-token` or in the body as `token`. Otherwise the key of the text that says why not; who has no right is told to
	 * the log.
	 */
	readonly permitted: (request: FastifyRequest) => Promise<Person | Refusal>;
	/** There is a guided path for those who may change something. */
	readonly setsUp: boolean;
	/** What is shown has changed, though there was no turn. */
	readonly changed: () => void;
	/** For a form that this person is to send. */
	readonly tokenOf: (person: Person) => string;
}

/**
 * Some routes of the page. They come after the guard, so that no path can miss the login, and have the page's limits, headers
 * and answers to errors.
 */
export type Routes = (app: FastifyInstance, on: OnPage) => void;
