import type { FastifyReply, FastifyRequest } from "fastify";
import { fieldOf } from "#model/untyped/untyped.ts";
import type { Html } from "../html.ts";
import type { OnPage } from "../http/routes.ts";
import { type EngineerContext, engineerContext, page, type ViewName } from "./frame.ts";

/** What is told in place of a view. */
export const instead = (context: EngineerContext, view: ViewName, text: string): Html =>
	page(context, view, [["instead", context.html`<p>${text}</p>`]]);

export async function contextOf(request: FastifyRequest, { clean, now, languageOf, actorIn, setsUp }: OnPage) {
	const may = (await actorIn(request)) !== undefined;
	return { ...engineerContext(languageOf(request), (text) => clean.text(text), now, may), setsUp };
}

export const sent = (reply: FastifyReply, { text }: Html) =>
	reply.type("text/html; charset=utf-8").header("vary", "accept-language").send(text);

/** A field of a query, where it is there once and is not empty. */
export function textIn(query: unknown, key: string): string | undefined {
	const value = fieldOf(query, key);
	return typeof value === "string" && value !== "" ? value : undefined;
}
